"""The one worklist: over all kinds, what is asked of me, due first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Count, F, Q, QuerySet

from linli.domains.matters.kinds import Kind, kind_of, kinds
from linli.domains.matters.models import Matter
from linli.domains.matters.queries.acts import may_act
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor

SIZE = 200
"""Rows at most: a list nobody can read to the end helps nobody; filters narrow it."""


@dataclass(frozen=True)
class Counts:
    """How much is asked of me, how much of it is late, and how much by state."""

    total: int
    late: int
    by_state: dict[tuple[str, str], int]


def worklist(*, by: Actor, kind: str = "", states: Sequence[str] = (), size: int = SIZE) -> list[Matter]:
    """Open matters on which the actor can act now, the most urgent first."""
    rows = _asked_of(by)
    if kind:
        rows = rows.filter(kind=kind)
    if states:
        rows = rows.filter(state__in=states)
    due_first = rows.order_by(F("due_at").asc(nulls_last=True), "opened_at", "pk")
    found = due_first.select_related("place", "holder_unit", "holder")[:size]
    return [matter for matter in found if _can_act(matter, by)]


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
