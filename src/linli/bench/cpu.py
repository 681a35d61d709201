"""Processor time of the application and the database, read from the kernel: wall time tells more of the neighbours."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

TICK = 1000 / os.sysconf("SC_CLK_TCK")
"""Milliseconds of one tick."""

PROC = Path("/proc")


def spent(root: int) -> float:
    """Milliseconds that process `root`, all that stem from it, and those of its children that ended, have used."""
    parents = _parents()
    total, waiting = _ended(root), [root]
    while waiting:
        parent = waiting.pop()
        total += _clock(parent)
        waiting += [pid for pid, above in parents.items() if above == parent]
    return total


def own() -> float:
    """Milliseconds this process has used."""
    return time.process_time() * 1000


def memory(root: int) -> float:
    """Megabytes resident in the largest process that stems from `root`, as the kernel counts them."""
    parents = _parents()
    return max(_resident(pid) for pid, above in parents.items() if above == root) / 1024


def _parents() -> dict[int, int]:
    found = {}
    for process in PROC.glob("[0-9]*"):
        with suppress(OSError):  # ended meanwhile
            found[int(process.name)] = int(_stat(process)[1])
    return found


def _clock(pid: int) -> float:
    """Its clock of processor time, to the nanosecond; the number of the clock as clock_getcpuclockid(3) makes it."""
    try:
        return time.clock_gettime_ns((~pid << 3) | 2) / 1e6
    except OSError:
        return 0.0


def _ended(pid: int) -> float:
    return sum(int(field) for field in _stat(PROC / str(pid))[13:15]) * TICK


def _stat(process: Path) -> list[str]:
    """The fields of `stat` behind the name, which may hold anything: state, parent, …, utime is the twelfth."""
    return (process / "stat").read_text().rpartition(")")[2].split()


def _resident(pid: int) -> int:
    for line in (PROC / str(pid) / "status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0
