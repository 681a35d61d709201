"""One process group that lives and dies together: children restarted when they crash, none left behind."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linli.cli.speaking import tell
from linli.kernel.words import Words, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

GRACE = 20.0
"""Seconds children have to finish what they began."""

LONGEST_PAUSE = 30.0
STEADY = 60.0
"""A child that lived this long starts its pauses anew."""

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


@dataclass
class Child:
    """A program of ours that must always run."""

    name: Words
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    crashes: int = 0
    due: float = field(default=0.0)

    def start(self) -> None:
        """Start it in our process group; it is told to stop should we be killed."""
        self.process = subprocess.Popen(self.command, preexec_fn=_die_with_us)  # noqa: PLW1509 - no thread runs here
        self.started = time.monotonic()

    def tend(self) -> None:
        """Start it when it is due; after a crash wait 1, 2, 4 … 30 seconds."""
        if self.process is None:
            if time.monotonic() >= self.due:
                self.start()
        elif (code := self.process.poll()) is not None:
            self.crashes = 0 if time.monotonic() - self.started > STEADY else self.crashes
            pause = min(LONGEST_PAUSE, 2.0**self.crashes)
            self.process, self.due, self.crashes = None, time.monotonic() + pause, self.crashes + 1
            tell(ENDED.fill(name=self.name, code=code, pause=int(pause)))


ENDED = say(
    "{name} ended ({code}); starting it again in {pause} s.",
    "{name}意外退出（{code}），{pause} 秒后重新启动。",
)


class Stopped:
    """Becomes true when the operator or the system asks us to stop."""

    def __init__(self) -> None:
        self.asked = False
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._ask)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True

    def __bool__(self) -> bool:
        return self.asked


def supervise(children: Sequence[Child], *, stopped: Stopped, each_second: Callable[[], None]) -> None:
    """Keep `children` running until `stopped`, then end them all: politely first, for certain after `GRACE`."""
    next_look = 0.0
    try:
        while not stopped:
            if time.monotonic() >= next_look:
                each_second()
                next_look = time.monotonic() + 1
            for child in children:
                child.tend()
            time.sleep(0.1)
    finally:
        end(children)


def end(children: Sequence[Child]) -> None:
    """Ask every child to stop, wait, and kill what stays."""
    running = [child.process for child in children if child.process]
    for process in running:
        process.terminate()
    until = time.monotonic() + GRACE
    for process in running:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _die_with_us() -> None:
    parent = os.getppid()
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:  # killed in between
        os._exit(1)
