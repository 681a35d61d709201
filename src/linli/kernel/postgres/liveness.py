"""Whether a server's processes live: told from where they stand, since numbers in stale files may be anyone's."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

PATIENCE = 5.0
"""Seconds that the children of a killed postmaster are given to notice and leave."""


def members(data: Path) -> list[int]:
    """PostgreSQL processes whose working directory is `data`: the postmaster and its children, nobody else."""
    numbers = [int(process.name) for process in Path("/proc").glob("[0-9]*")]
    return [number for number in numbers if _serves(number, data)]


def postmaster(data: Path) -> int | None:
    """The process number of the living postmaster of `data`, if there is one."""
    try:
        number = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None
    return number if _serves(number, data) else None


def _serves(number: int, data: Path) -> bool:
    process = Path("/proc") / str(number)
    try:
        return (process / "cwd").readlink() == data and (process / "exe").readlink().name.startswith("postgres")
    except OSError:  # ended, a zombie, or another user's
        return False


def clear_remains(data: Path, socket: Path) -> None:
    """After a killed postmaster: see its children out, then forget its number, which may be somebody else's now."""
    until = time.monotonic() + PATIENCE
    while (orphans := members(data)) and time.monotonic() < until:
        time.sleep(0.05)
    for orphan in orphans:  # they serve nobody, and a new server may not share the data with them
        with suppress(ProcessLookupError):
            os.kill(orphan, signal.SIGKILL)
    while members(data):
        time.sleep(0.02)
    for stale in [data / "postmaster.pid", *socket.glob(".s.PGSQL.*")]:
        stale.unlink(missing_ok=True)
