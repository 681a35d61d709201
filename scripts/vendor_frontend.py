#!/usr/bin/env python3
"""Fetches the pinned front-end packages through npm, checks their digests and lays down the few files we serve.

Run by hand when a pin changes (`python scripts/vendor_frontend.py`); what it writes is committed, so nobody who
builds, tests or serves Linli needs npm.
"""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/linli/design/static/design/vendor"


@dataclass(frozen=True)
class Pin:
    """One npm package at one version, with the digest its archive must have."""

    name: str
    version: str
    licence: str
    sha512: str


HTMX = Pin(
    "htmx.org",
    "2.0.11",
    "0BSD",
    "Thx/WtpeOQqSrqBCw/A1cwGJGg4UrVa3+sW0GmrM3p4gJgO89ecH4qtbnyzDDWFvBTqjnIMCgELTNt636dtamA==",
)
LUCIDE = Pin(
    "lucide-static",
    "1.62.0",
    "ISC",
    "WBZA/m2PvkFpMGHDtsBck5P2A9G4ehLlYu4GwwICcmEm1BvYVgj00lCDxKRWLlbMlOibLaiwdQ88G5pHkSWgwA==",
)

ICONS = (Path(__file__).parent / "icons.txt").read_text().split()


def main() -> None:
    """Write htmx, the icon sprite, their licences and VENDOR.md."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        htmx, lucide = (fetch(pin, Path(folder)) for pin in (HTMX, LUCIDE))
        (OUT / "htmx.min.js").write_bytes(member(htmx, "dist/htmx.min.js"))
        (OUT / "icons.svg").write_text(_sprite(lucide))
        for pin, archive in ((HTMX, htmx), (LUCIDE, lucide)):
            (OUT / f"LICENSE.{pin.name}").write_bytes(member(archive, "LICENSE"))
    (OUT / "VENDOR.md").write_text(_ledger())


def fetch(pin: Pin, folder: Path) -> Path:
    """The package's archive; stops when its digest is not the pinned one."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{pin.name}@{pin.version}"]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    archive = folder / name
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != pin.sha512:
        raise SystemExit(f"{pin.name}@{pin.version}: sha512 is {digest}, not the pinned one; nothing was written.")
    return archive


def member(archive: Path, path: str) -> bytes:
    """One file of the archive."""
    with tarfile.open(archive) as tar:
        file = tar.extractfile(f"package/{path}")
        if file is None:
            raise SystemExit(f"{archive.name} holds no {path}.")
        return file.read()


def _sprite(archive: Path) -> str:
    """All our icons as symbols of one file; colour and stroke come from CSS."""
    symbols = "\n".join(_symbol(name, member(archive, f"icons/{name}.svg").decode()) for name in ICONS)
    head = f"<!-- {LUCIDE.name} {LUCIDE.version}, {LUCIDE.licence}; see LICENSE.{LUCIDE.name} -->"
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{head}\n{symbols}\n</svg>\n'


def _symbol(name: str, svg: str) -> str:
    shapes = re.sub(r"\s+", " ", svg.split(">", 2)[2].rsplit("</svg>", 1)[0]).strip()
    return f'<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>'


def _ledger() -> str:
    rows = "\n".join(f"| {p.name} | {p.version} | {p.licence} | `{p.sha512}` |" for p in (HTMX, LUCIDE))
    return f"""# Front-end files that are not ours

Laid down by `python scripts/vendor_frontend.py`, never edited by hand.

| npm package | version | licence | sha512 of its archive |
|---|---|---|---|
{rows}

`htmx.min.js` is taken as it is; `icons.svg` holds {len(ICONS)} of the icons as symbols.
"""


if __name__ == "__main__":
    main()
