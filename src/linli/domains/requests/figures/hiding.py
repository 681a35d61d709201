"""How much was hidden from neighbours, on which grounds, what became of the appeals: so that nobody hides unseen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count, Q

from linli.domains.matters.models import Ask, Matter
from linli.domains.matters.models.ask import Outcome
from linli.domains.matters.queries.listing import Filters, wanted
from linli.domains.matters.seeing import areas_of
from linli.domains.people.actor import Actor
from linli.domains.requests.figures.asked import Asked
from linli.domains.requests.hiding_states import HEEDED, NOT_HEEDED, RESTORED, TO_LOOK_AT, UNHIDDEN
from linli.domains.requests.lifecycle import FLAG, HIDING, REQUEST
from linli.domains.requests.vocabulary import HidingGround


@dataclass(frozen=True)
class Hidings:
    """times = still_hidden + shown_again = the sum of `by_ground`; appealed = waiting + upheld + restored.

    `flagged` were found improper by neighbours in the period = flags_waiting + heeded + not_heeded.
    """

    times: int
    still_hidden: int
    shown_again: int
    appealed: int
    waiting: int
    upheld: int
    restored: int
    by_ground: Mapping[str, int]
    flagged: int
    flags_waiting: int
    heeded: int
    not_heeded: int


def hidings(asked: Asked, *, by: Actor) -> Hidings:
    """Of what was hidden of the period's requests, as it stands now, and of what was flagged; three statements."""
    received = asked.received(by=by).order_by().values("pk")
    rows = Matter.objects.filter(kind=HIDING.kind, parent__in=received).order_by()
    appeals = Ask.objects.filter(kind=HIDING.kind, matter__in=rows.values("pk")).order_by()
    ends = dict(appeals.values_list("outcome").annotate(Count("pk")))
    shown, grounds = 0, Counter[str]()
    for state, ground, times in rows.values_list("state", "facts__ground").annotate(times=Count("pk")):
        grounds[ground] += times
        shown += times if state in (RESTORED.code, UNHIDDEN.code) else 0
    return Hidings(
        times=grounds.total(),
        still_hidden=grounds.total() - shown,
        shown_again=shown,
        appealed=sum(ends.values()),
        waiting=ends.get("", 0),
        upheld=ends.get(Outcome.REFUSED, 0),
        restored=ends.get(Outcome.GRANTED, 0),
        by_ground={ground: grounds[ground] for ground in HidingGround.codes()},
        **_flags(asked, by),
    )


def _flags(asked: Asked, by: Actor) -> dict[str, int]:
    told = wanted(
        Filters(kind=FLAG.kind, area=asked.area, category=asked.category, since=asked.since, until=asked.until)
    )
    theirs = Q() if by.system else reduce(or_, areas_of(by, REQUEST.kind), Q(pk__in=()))
    rows = Matter.objects.filter(theirs, told, kind=FLAG.kind).order_by()
    found = dict(rows.values_list("state").annotate(Count("pk")))
    return {
        "flagged": sum(found.values()),
        "flags_waiting": found.get(TO_LOOK_AT.code, 0),
        "heeded": found.get(HEEDED.code, 0),
        "not_heeded": found.get(NOT_HEEDED.code, 0),
    }
