"""A home apart from the operator's: what a bench fills and breaks is never a real deployment's."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS = ("LINLI_", "DJANGO_")
KEPT = ("LINLI_DATA", "LINLI_LANGUAGE")
"""Settings that also hold apart: where the real messages are, and the language spoken."""


@contextmanager
def apart() -> Iterator[Path]:
    """An empty `LINLI_HOME` with its own embedded server for this process and all it starts; gone afterwards."""
    before = dict(os.environ)
    for name in before:
        if name.startswith(OURS) and name not in KEPT:
            del os.environ[name]
    try:
        with tempfile.TemporaryDirectory(prefix="linli-bench-") as home:
            Path(home).chmod(0o711)  # the embedded server's own user passes through
            os.environ["LINLI_HOME"] = home
            yield Path(home)
    finally:
        os.environ.clear()
        os.environ.update(before)
