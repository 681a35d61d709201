"""Walking a whole log: in this process where it is short, else in one process per core."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from linli.kernel.auditing.findings import MOST
from linli.kernel.auditing.numbering import Count, joined
from linli.kernel.auditing.walking import Stretch, Walked, walk
from linli.kernel.tlog import WIDTH

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Progress = Callable[[int, int], None]
"""Told how many entries have been read, and of how many."""

STEP = 64
"""Bundles walked in one go: 16,384 entries."""

AHEAD = 4
"""Stretches waiting per process: enough that none idles, few enough that a log can be of any length."""

WORTH_PROCESSES = 100_000
"""Entries below which starting processes takes longer than they save."""


def gather(whole: Stretch, *, progress: Progress, processes: int | None = None) -> Walked:
    """All that the log holds, stretch by stretch, put together in order; cut short where nearly nothing is there."""
    stretches = (
        replace(whole, begin=begin, end=min(begin + STEP, whole.end)) for begin in range(whole.begin, whole.end, STEP)
    )
    cores = processes or (os.cpu_count() or 1)
    alone = cores == 1 or (processes is None and whole.size < WORTH_PROCESSES)
    parts: list[Walked] = []
    wrong = 0
    for part in map(walk, stretches) if alone else _together(stretches, cores):
        parts.append(part)
        progress(min(whole.size, len(parts) * STEP * WIDTH), whole.size)
        wrong += len(part.findings)
        if wrong >= MOST:
            break
    return _put_together(parts)


def _together(stretches: Iterator[Stretch], processes: int) -> Iterator[Walked]:
    """Walked in order, a few ahead of what is asked for."""
    with _pool(processes) as pool:
        ahead: deque[Future[Walked]] = deque()
        for stretch in stretches:
            ahead.append(pool.submit(walk, stretch))
            if len(ahead) > AHEAD * processes:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    """Processes of their own, which know nothing of this one's threads; what is not begun is dropped on the way out."""
    import multiprocessing  # noqa: PLC0415 - one log in a hundred is long enough; the web has these files too
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - likewise

    pool = ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _put_together(parts: list[Walked]) -> Walked:
    whole = Walked()
    for part in parts:
        whole.roots += part.roots
        whole.kept |= part.kept
        whole.found |= part.found
        whole.contradictions += part.contradictions
        whole.blame(part.findings)
    counts: list[dict[str, Count]] = [part.counts for part in parts]
    whole.counts, breaks = joined(counts)
    whole.blame(breaks)
    return whole
