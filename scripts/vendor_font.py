#!/usr/bin/env python3
"""Fetches the pinned font of our papers through npm, checks its digest and lays it down unchanged, with its licence.

Run by hand when the pin changes (`python scripts/vendor_font.py`); what it writes is committed.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from vendor_frontend import Pin, fetch, member

OUT = Path(__file__).parents[1] / "src/linli/kernel/papers/font"
FONT = Pin(
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "OFL-1.1",
    "9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==",
)
FACE = "400Regular/NotoSansSC_400Regular.ttf"


def main() -> None:
    """Write the font, its licence and VENDOR.md."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        archive = fetch(FONT, Path(folder))
        font = member(archive, FACE)
        (OUT / "NotoSansSC-Regular.ttf").write_bytes(font)
        (OUT / "LICENSE").write_bytes(member(archive, "LICENSE_FONT"))
    (OUT / "VENDOR.md").write_text(_ledger(hashlib.sha256(font).hexdigest()))


def _ledger(digest: str) -> str:
    return f"""# The font of our papers, which is not ours

Laid down unchanged by `python scripts/vendor_font.py`.

| font | licence | npm package | version | sha512 of its archive |
|---|---|---|---|---|
| Noto Sans SC Regular 2.004 | {FONT.licence} | {FONT.name} | {FONT.version} | `{FONT.sha512}` |

sha256 of `NotoSansSC-Regular.ttf`: `{digest}`
"""


if __name__ == "__main__":
    main()
