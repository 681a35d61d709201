"""Fills an empty database with as many lived requests as a bench wants, in two sizes where it asks for growth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from linli.bench import copying, lives, neighbourhood
from linli.bench.figures import Progress
from linli.bench.neighbourhood import Neighbourhood
from linli.kernel.record import number_pending

MOST_LIVED = 2_500
"""Requests that live through the engine; the rest are copies of these lives."""

GROWTH = 20
"""The large size is this many times the small one, or more: the small one ends at `SMALL`."""

SMALL = 10_000

LEAST_FOR_GROWTH = 20_000
YEARS = timedelta(days=730)
LONGEST_LIFE = timedelta(days=8)
PEOPLE_PER_REQUEST = 0.25


@dataclass(frozen=True)
class Plan:
    """How many requests are lived, how often they stand there when it is small, and when it is as large as asked."""

    lived: int
    small: int
    large: int

    @property
    def grows(self) -> bool:
        """Whether there is a small size to compare with."""
        return self.small < self.large

    @property
    def size(self) -> int:
        """How many requests there are in the end."""
        return self.lived * self.large

    @property
    def small_size(self) -> int:
        """How many requests there are before it grows."""
        return self.lived * self.small


def plan(size: int) -> Plan:
    """The plan for at least `size` requests."""
    if size < LEAST_FOR_GROWTH:
        times = -(-size // MOST_LIVED)
        return Plan(-(-size // times), times, times)
    small = -(-size // GROWTH // MOST_LIVED)
    if small * MOST_LIVED > SMALL:
        return Plan(MOST_LIVED, SMALL // MOST_LIVED, -(-size // MOST_LIVED))
    return Plan(-(-size // (small * GROWTH)), small, small * GROWTH)


def begin(planned: Plan, *, at: datetime, progress: Progress) -> Neighbourhood:
    """Builds the neighbourhood, lives its first requests, and copies them up to the small size."""
    span = YEARS / planned.large
    since = at - span - LONGEST_LIFE
    hood = neighbourhood.build(at=at - 2 * YEARS)
    people = lives.register(max(50, int(planned.size * PEOPLE_PER_REQUEST)), at=at - 2 * YEARS)
    lives.live(planned.lived, hood, people, since=since, span=span, progress=progress)
    while number_pending():
        pass
    copying.set_aside(numbers=planned.size)
    _copy(range(1, planned.small), planned, progress)
    return hood


def grow(planned: Plan, *, progress: Progress) -> None:
    """Copies on, up to the large size; what is old has ended, so that both sizes have as much under way."""
    copying.end_lives()
    _copy(range(planned.small, planned.large), planned, progress)


def _copy(copies: range, planned: Plan, progress: Progress) -> None:
    copying.copy(copies, lives=planned.lived, span=YEARS / planned.large, progress=progress)
    copying.settle()
