"""When what was entered stood under a signed checkpoint that everybody could fetch."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from linli.kernel.record.showing import Shown
from linli.kernel.refusal import NotFound

LOOKING = 0.01
PATIENCE = 600.0


class Watch:
    """Looks at one log's published checkpoint a hundred times a second, and remembers when it grew to which size."""

    def __init__(self, log: str) -> None:
        self._shown = Shown(log)
        self._grown: list[tuple[float, int]] = [(time.perf_counter(), self._size())]
        self._entered: list[tuple[float, int]] = []
        self.count = self._grown[0][1]

    def entered(self, count: int) -> None:
        """So many more entries have been committed, now."""
        self.count += count
        self._entered.append((time.perf_counter(), self.count))

    def wait(self) -> float:
        """Wait until all that was entered is published; seconds since the first of it was committed."""
        deadline = time.monotonic() + PATIENCE
        while self._grown[-1][1] < self.count:
            if time.monotonic() > deadline:
                raise RuntimeError(f"{self._grown[-1][1]} of {self.count} entries were published")
            time.sleep(LOOKING)
        return self._grown[-1][0] - self._entered[0][0]

    def delays(self) -> list[float]:
        """Seconds from each commit to the first checkpoint over it, in order of length; after `wait`."""
        found, at = [], 0
        for committed, count in self._entered:
            while self._grown[at][1] < count:
                at += 1
            found.append(max(0.0, self._grown[at][0] - committed))
        return sorted(found)

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Looks until the block ends."""
        stop = Event()
        thread = Thread(target=self._look, args=[stop])
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def _look(self, stop: Event) -> None:
        while not stop.wait(LOOKING):
            size = self._size()
            if size > self._grown[-1][1]:
                self._grown.append((time.perf_counter(), size))

    def _size(self) -> int:
        try:
            return self._shown.size()
        except NotFound:
            return 0
