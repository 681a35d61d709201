"""What lies in one colleague's name: open, due when, and what was promised; what a hand-over begins with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from linli.domains.matters.models import Matter, Text
from linli.domains.matters.queries import ClockView, nearest_clocks
from linli.domains.people.actor import Actor
from linli.domains.people.queries import names_of
from linli.domains.requests.actions.changing_hands import ACTS
from linli.domains.requests.rights import HANDLE
from linli.domains.requests.states import ON_PLAN, PLAN_ASKED
from linli.kernel.refusal import NotFound
from linli.kernel.words import Words, say

MOST = 200
"""Cases of one page, which is also what is handed over at once."""


@dataclass(frozen=True)
class InHand:
    """One case: its own clock, the resident's, the planned day, and what was said last about what comes next."""

    matter: Matter
    clock: ClockView | None
    promised: ClockView | None
    plan_on: date | None
    extended: bool
    last_said: str


@dataclass(frozen=True)
class Hands:
    """Whose they are, where, and the first of them, due first; `more` where there are others."""

    name: Words
    unit: Words
    cases: Sequence[InHand]
    more: bool


@dataclass(frozen=True)
class Leaver:
    """Somebody who answers for the unit no more, with how many of its cases are still in their name."""

    account: UUID
    name: Words
    open: int


def in_hands_of(account: UUID, *, unit: UUID, by: Actor, now: datetime) -> Hands:
    """What is in their name of this unit, for whoever answers for it; a constant number of statements."""
    names = names_of([account, unit]) if unit in by.units(HANDLE.code) else {}
    if account not in names or unit not in names:
        raise NotFound(say("There is no such colleague in your unit.", "你的单位没有这位同事。"))
    due_first = _in_names(unit).filter(holder=account).order_by(F("due_at").asc(nulls_last=True), "opened_at", "pk")
    found = list(due_first.select_related("parent")[: MOST + 1])
    shown = found[:MOST]
    clocks = nearest_clocks([each for matter in shown for each in (matter, matter.parent) if each], now=now)
    said = _last_said(shown)
    cases = [_case(matter, clocks, said.get(matter.pk, "")) for matter in shown]
    return Hands(names[account], names[unit], cases, len(found) > MOST)


def leavers(unit: UUID, *, here: Sequence[UUID]) -> list[Leaver]:
    """Who has cases of the unit in their name and is not among those `here`; three statements."""
    counted = _in_names(unit).exclude(holder__in=here).order_by().values("holder").annotate(open=Count("pk"))
    open_of = {row["holder"]: row["open"] for row in counted}
    names = names_of(open_of)
    found = [Leaver(account, names[account], open_of[account]) for account in open_of if account in names]
    return sorted(found, key=lambda leaver: leaver.name.zh)


def open_in_name(account: UUID, *, unit: UUID) -> int:
    """How many cases of the unit are in their name; one statement."""
    return _in_names(unit).filter(holder=account).count()


def _in_names(unit: UUID) -> QuerySet[Matter]:
    """Of the unit, what can change hands."""
    movable = reduce(or_, (Q(kind=kind, state__in=[state.code for state in act.source]) for kind, act in ACTS.items()))
    return Matter.objects.filter(movable, holder_unit=unit, holder__isnull=False, closed_at=None)


def _last_said(matters: Sequence[Matter]) -> dict[UUID, str]:
    said = Text.objects.filter(matter__in=matters, field="text").order_by("matter", "-at", "-pk")
    return dict(said.distinct("matter").values_list("matter", "body"))


def _case(matter: Matter, clocks: dict[UUID, ClockView], said: str) -> InHand:
    planned = matter.state in (ON_PLAN.code, PLAN_ASKED.code)
    return InHand(
        matter=matter,
        clock=clocks.get(matter.pk),
        promised=clocks.get(matter.parent_id) if matter.parent_id else None,
        plan_on=date.fromisoformat(matter.facts["plan_on"]) if planned else None,
        extended=bool(matter.facts.get("extended")),
        last_said=said,
    )
