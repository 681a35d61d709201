"""The one worklist: over all kinds, what is asked of me, due first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from linli.domains.matters.kinds import Kind, kind_of, kinds
from linli.domains.matters.models import Matter
from linli.domains.matters.queries.acts import may_act
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.domains.places.paths import below

SIZE = 200
"""Rows at most: a list nobody can read to the end helps nobody; filters narrow it."""


@dataclass(frozen=True)
class Counts:
    """How much is asked of me, how much of it is late, and how much by state."""

    total: int
    late: int
    by_state: dict[tuple[str, str], int]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which part of the worklist to see; empty means all. `late_at` keeps what was due before that moment."""

    kind: str = ""
    states: Sequence[str] = ()
    late_at: datetime | None = None
    held_by: UUID | None = None
    unit: UUID | None = None
    area: str = ""


EVERYTHING = Asked()


def worklist(asked: Asked = EVERYTHING, *, by: Actor, size: int = SIZE) -> list[Matter]:
    """Open matters on which the actor can act now, the most urgent first."""
    due_first = _asked_of(by).filter(_wanted(asked)).order_by(F("due_at").asc(nulls_last=True), "opened_at", "pk")
    found = due_first.select_related("place", "holder_unit", "holder", "parent").defer("place__geometry")[:size]
    return [matter for matter in found if _can_act(matter, by)]


def _wanted(asked: Asked) -> Q:
    wanted = below(asked.area) if asked.area else Q()
    if asked.kind:
        wanted &= Q(kind=asked.kind)
    if asked.states:
        wanted &= Q(state__in=asked.states)
    if asked.late_at:
        wanted &= Q(due_at__lt=asked.late_at)
    if asked.held_by:
        wanted &= Q(holder=asked.held_by)
    if asked.unit:
        wanted &= Q(holder_unit=asked.unit)
    return wanted


def worklist_counts(*, by: Actor, now: datetime) -> Counts:
    """The figures above the worklist, in one statement."""
    groups = _asked_of(by).values_list("kind", "state").annotate(n=Count("pk"), late=Count("pk", Q(due_at__lt=now)))
    rows = list(groups)
    return Counts(
        total=sum(n for _, _, n, _ in rows),
        late=sum(late for *_, late in rows),
        by_state={(kind, state): n for kind, state, n, _ in rows},
    )


def _asked_of(by: Actor) -> QuerySet[Matter]:
    asked = reduce(or_, _askings(by), Q(pk__in=()))
    return visible_to(by).filter(asked, closed_at__isnull=True)


def _askings(by: Actor) -> Iterator[Q]:
    """States that somebody with these rights can move, kind by kind: read off the lifecycle tables."""
    for kind in kinds():
        movable = [state.code for state in kind.life.states if _moves(kind, state.code, by)]
        if movable:
            yield Q(kind=kind.life.kind, state__in=movable)


def _moves(kind: Kind, state: str, by: Actor) -> bool:
    """Whether the actor could move some matter from this state: tried on a matter of their own unit and area."""
    own = [
        Matter(kind=kind.life.kind, state=state, path=post.area, holder_unit_id=post.organisation) for post in by.posts
    ]
    return any(_can_act(matter, by) for matter in own)


def _can_act(matter: Matter, by: Actor) -> bool:
    return any(
        transition.duty and may_act(transition, matter, by)
        for transition in kind_of(matter.kind).life.leaving(matter.state)
    )
