"""What several requests about one matter have in common, as a name: their words, their place, their days and weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from linli.domains.matters.models import Matter
from linli.domains.places.paths import ancestors, building_of

PHRASES, LONGEST, SHORTEST = 3, 12, 2
MOST_OF = 0.6
"""The part of the titles that have to say a phrase."""
WEEKS = 12
"""A quarter of a year: what comes again and again shows, and what is over does too."""


@dataclass(frozen=True)
class Cluster:
    """The phrases most titles share, the smallest public place that holds all, the first and the last day."""

    phrases: Sequence[str]
    place: str
    since: datetime
    until: datetime
    size: int


@dataclass(frozen=True)
class Week:
    """How many came in the week that begins on this Monday."""

    monday: date
    count: int


def by_week(matters: Sequence[Matter], *, at: datetime) -> list[Week]:
    """The last twelve weeks, the running one last; what came before is in none of them."""
    this = _monday(at)
    counted = Counter(_monday(matter.opened_at) for matter in matters)
    mondays = [this - timedelta(weeks=ago) for ago in reversed(range(WEEKS))]
    return [Week(monday, counted[monday]) for monday in mondays]


def cluster(matters: Sequence[Matter]) -> Cluster:
    """Names two or more requests about one matter."""
    return Cluster(
        phrases=_phrases([matter.title for matter in matters]),
        place=_place([building_of(matter.path) for matter in matters]),
        since=min(matter.opened_at for matter in matters),
        until=max(matter.opened_at for matter in matters),
        size=len(matters),
    )


def _monday(at: datetime) -> date:
    day = localdate(at)
    return day - timedelta(days=day.weekday())


def _phrases(titles: Sequence[str]) -> list[str]:
    """The longest runs of letters that most titles have, in the order of the first title that has the longest."""
    least = max(2, round(len(titles) * MOST_OF))
    counted: Counter[str] = Counter(run for title in titles for run in _runs(title))
    shared = sorted((run for run, number in counted.items() if number >= least), key=lambda run: (-len(run), run))
    chosen: list[str] = []
    for run in shared:
        if len(chosen) < PHRASES and not any(_touch(run, other) for other in chosen):
            chosen.append(run)
    order = next((title for title in titles if chosen and chosen[0] in title), "")
    return sorted(chosen, key=lambda run: order.find(run) % (len(order) + 1))


def _runs(title: str) -> set[str]:
    parts = "".join(sign if sign.isalnum() else " " for sign in title).split()
    return {
        part[start : start + size]
        for part in parts
        for size in range(SHORTEST, LONGEST + 1)
        for start in range(len(part) - size + 1)
    }


def _touch(one: str, other: str) -> bool:
    """Whether both say part of the same: two letters in common are enough."""
    return any(one[start : start + SHORTEST] in other for start in range(len(one) - SHORTEST + 1))


def _place(paths: Sequence[str]) -> str:
    """The smallest place that holds all of these."""
    return max(set.intersection(*(set(ancestors(path)) for path in paths)), key=len)
