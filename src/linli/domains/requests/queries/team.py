"""How what was sent to a unit is spread over its people: for the team to see, by name, without a score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q

from linli.domains.matters.models import Matter
from linli.domains.people.absences.queries import AbsenceSeen
from linli.domains.people.actor import Actor
from linli.domains.people.queries import unit
from linli.domains.requests.colleagues import colleagues
from linli.domains.requests.lifecycle import ASSIGNMENT, REPORT_IN
from linli.domains.requests.queries.hands import Leaver, leavers
from linli.domains.requests.rights import HANDLE
from linli.domains.requests.states import ANSWERED
from linli.domains.requests.whistle_states import SHARE_DONE
from linli.kernel.words import Words

SOON = timedelta(days=2)
NOTHING = (0, 0, 0)


@dataclass(frozen=True)
class Load:
    """What somebody has open; `name` is empty where it is nobody of the unit. `away` is the absence that lasts now."""

    account: UUID | None
    name: str
    open: int = 0
    soon: int = 0
    late: int = 0
    away: AbsenceSeen | None = None


@dataclass(frozen=True)
class Team:
    """One unit, everybody who answers for it, what nobody has taken, and what people hold who have left."""

    unit: UUID
    words: Words
    people: Sequence[Load]
    untaken: Load
    left: Load
    leavers: Sequence[Leaver]


def teams(*, by: Actor, now: datetime) -> list[Team]:
    """Every unit the actor answers for; a constant number of statements a unit."""
    found = [_team(each, now=now) for each in by.units(HANDLE.code)]
    return sorted(found, key=lambda team: team.words.zh)


def _team(one: UUID, *, now: datetime) -> Team:
    counted = _counted(one, now=now)
    here = colleagues(one, at=now)
    people = [Load(each.account, each.name, *counted.pop(each.account, NOTHING), away=each.away) for each in here]
    untaken = counted.pop(None, NOTHING)
    gone = [sum(column) for column in zip(NOTHING, *counted.values(), strict=True)]
    return Team(
        one,
        unit(one).words,
        sorted(people, key=lambda load: load.name),
        Load(None, "", *untaken),
        Load(None, "", *gone),
        leavers(one, here=[each.account for each in here]),
    )


def _counted(one: UUID, *, now: datetime) -> dict[UUID | None, tuple[int, int, int]]:
    """Open, due soon and late, of what was sent to the unit and not answered yet, by who took it."""
    sent = Matter.objects.filter(kind__in=(ASSIGNMENT.kind, REPORT_IN.kind), holder_unit=one, closed_at=None)
    soon, late = Q(due_at__gte=now, due_at__lt=now + SOON), Q(due_at__lt=now)
    rows = sent.exclude(state__in=(ANSWERED.code, SHARE_DONE.code)).order_by().values("holder")
    counts = rows.annotate(open=Count("pk"), soon=Count("pk", filter=soon), late=Count("pk", filter=late))
    return {row["holder"]: (row["open"], row["soon"], row["late"]) for row in counts}
