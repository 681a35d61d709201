"""A home apart from the operator's: what a bench fills and breaks is never a real deployment's."""

from __future__ import annotations

import os
import signal
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS = ("LINLI_", "DJANGO_")
KEPT = ("LINLI_DATA", "LINLI_LANGUAGE")
"""Settings that also hold apart: where the real messages are, and the language spoken."""

ENDINGS = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def apart() -> Iterator[Path]:
    """An empty `LINLI_HOME` with its own embedded server for this process and all it starts; gone afterwards."""
    before = dict(os.environ)
    handlers = {number: signal.signal(number, _end) for number in ENDINGS}
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
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _end(number: int, _: object) -> NoReturn:
    """Whoever is told to end cleans up first: a server and gigabytes would stay behind."""
    raise SystemExit(128 + number)
