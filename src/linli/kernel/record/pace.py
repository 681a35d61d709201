"""How fast this machine enters and numbers facts, which then stay for good: only for a database soon dropped."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

from django.db import transaction

from linli.kernel.record.entry import Fact
from linli.kernel.record.numbering import number_pending
from linli.kernel.record.writing import enter_many


@dataclass(frozen=True, slots=True)
class Pace:
    """Entries per second, each with one commitment."""

    entered: float
    numbered: float


def measure(*, entries: int = 20_000, streams: int = 40, at_once: int = 1_000) -> Pace:
    """Enter `entries` facts, `at_once` in a transaction, then number them all; nothing else should be waiting."""
    started = perf_counter()
    for first in range(0, entries, at_once):
        with transaction.atomic():
            enter_many([_fact(no, streams) for no in range(first, min(first + at_once, entries))])
    entered = perf_counter()
    numbered = 0
    while numbered < entries:
        numbered += number_pending()
    return Pace(entries / (entered - started), numbered / (perf_counter() - entered))


def _fact(no: int, streams: int) -> Fact:
    body = {
        "number": f"BENCH-{no}",
        "category": "lift",
        "community": f"c{no % streams}",
        "state": "filed",
    }
    return Fact(stream=f"c{no % streams}/bench", kind="bench.filed", body=body, at=None, private={"text": "电梯坏了"})
