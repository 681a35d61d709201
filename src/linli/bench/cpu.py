"""Processor time of the application and the database, read from the kernel: wall time tells more of the neighbours."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

TICK = 1000 / os.sysconf("SC_CLK_TCK")
"""Milliseconds of one tick."""

PROC = Path("/proc")


def spent(root: int) -> float:
    """Milliseconds that process `root`, all that stem from it, and those of its children that ended, have used."""
    parents = _parents()
    total = _ticks(root, ended=True)
    waiting = [root]
    while waiting:
        parent = waiting.pop()
        children = [pid for pid, above in parents.items() if above == parent]
        total += sum(_ticks(child, ended=False) for child in children)
        waiting += children
    return total * TICK


def memory(root: int) -> float:
    """Megabytes resident in the largest process that stems from `root`, as the kernel counts them."""
    parents = _parents()
    return max(_resident(pid) for pid, above in parents.items() if above == root) / 1024


def parent_of(pid: int) -> int:
    """The process that started `pid`."""
    return _parents()[pid]


def _parents() -> dict[int, int]:
    found = {}
    for process in PROC.glob("[0-9]*"):
        with suppress(OSError):  # ended meanwhile
            found[int(process.name)] = int(_stat(process)[1])
    return found


def _ticks(pid: int, *, ended: bool) -> int:
    try:
        stat = _stat(PROC / str(pid))
    except OSError:
        return 0
    return sum(int(field) for field in stat[11 : 15 if ended else 13])


def _stat(process: Path) -> list[str]:
    """The fields of `stat` behind the name, which may hold anything: state, parent, …, utime is the twelfth."""
    return (process / "stat").read_text().rpartition(")")[2].split()


def _resident(pid: int) -> int:
    for line in (PROC / str(pid) / "status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0
