"""The one worklist: over all kinds, what is asked of me, due first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, reduce
from operator import or_
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from linli.domains.matters.kinds import Kind, kind_of, kinds
from linli.domains.matters.models import Matter
from linli.domains.matters.queries.acts import duty_of
from linli.domains.matters.seeing import visible_to
from linli.domains.people.absences.queries import covered_by, covered_for
from linli.domains.people.actor import Actor, HeldPost
from linli.domains.places.paths import below
from linli.kernel.lifecycle import State, Transition
from linli.kernel.postgres.planning import planned_anew
from linli.kernel.words import Words

SIZE = 200
"""Rows at most: a list nobody can read to the end helps nobody; filters narrow it."""


@dataclass(frozen=True)
class Group:
    """Matters of one kind in one state: how many, how many of them late, and the first act asked of the actor."""

    kind: str
    state: State
    count: int
    late: int
    asked: Words


@dataclass(frozen=True)
class Counts:
    """How much is asked of me, how much of it is late, and how it divides by state, the latest first."""

    total: int
    late: int
    groups: Sequence[Group]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which part of the worklist to see; empty means all. `late_at` keeps what was due before that moment.

    Asked `at` a moment, rows say for whom the actor stands in then, and what is `held_by` somebody is also what is held
    by those for whom they stand in.
    """

    kind: str = ""
    states: Sequence[str] = ()
    late_at: datetime | None = None
    held_by: UUID | None = None
    unit: UUID | None = None
    area: str = ""
    at: datetime | None = None


EVERYTHING = Asked()


def worklist(asked: Asked = EVERYTHING, *, by: Actor, size: int = SIZE) -> list[Matter]:
    """Open matters on which the actor can act now, the most urgent first."""
    due_first = _asked_of(by).filter(_wanted(asked)).order_by(F("due_at").asc(nulls_last=True), "opened_at", "pk")
    if asked.at:
        due_first = due_first.annotate(
            stands_in_for=covered_for(by.account, at=asked.at, who="holder", unit="holder_unit")
        )
    with planned_anew():
        found = list(due_first[:size])
    return [matter for matter in found if duty_of(matter, by=by)]


def _wanted(asked: Asked) -> Q:
    wanted = below(asked.area) if asked.area else Q()
    if asked.kind:
        wanted &= Q(kind=asked.kind)
    if asked.states:
        wanted &= Q(state__in=asked.states)
    if asked.late_at:
        wanted &= Q(due_at__lt=asked.late_at)
    if asked.held_by:
        wanted &= _held_by(asked.held_by, at=asked.at)
    if asked.unit:
        wanted &= Q(holder_unit=asked.unit)
    return wanted


def _held_by(account: UUID, *, at: datetime | None) -> Q:
    own = Q(holder=account)
    return own | Q(covered_by(account, at=at, who="holder", unit="holder_unit")) if at else own


def worklist_counts(*, by: Actor, now: datetime) -> Counts:
    """The figures above the worklist, in one statement."""
    counted = _asked_of(by).values_list("kind", "state").annotate(n=Count("pk"), late=Count("pk", Q(due_at__lt=now)))
    with planned_anew():
        groups = [_group(*row, by=by) for row in counted]
    return Counts(
        total=sum(group.count for group in groups),
        late=sum(group.late for group in groups),
        groups=sorted(groups, key=lambda group: (-group.late, -group.count, group.kind, group.state.code)),
    )


def _group(kind: str, state: str, count: int, late: int, *, by: Actor) -> Group:
    known = kind_of(kind)
    tried = (_first_move(known, state, by, path=post.area, holder=post.organisation) for post in by.posts)
    first = next(filter(None, tried), None)
    return Group(kind, known.life.by_code[state], count, late, first.words if first else known.life.words)


def _asked_of(by: Actor) -> QuerySet[Matter]:
    asked = reduce(or_, _askings(by), Q(pk__in=()))
    return visible_to(by).filter(asked, closed_at__isnull=True)


@lru_cache(maxsize=1024)
def _askings(by: Actor) -> tuple[Q, ...]:
    """Where the actor has something to do, read off the lifecycle tables: the same until their posts change."""
    return tuple(_each_asking(by))


def _each_asking(by: Actor) -> Iterator[Q]:
    for kind in kinds():
        for post in by.posts:
            anywhere, held = _movable(kind, post, by)
            if anywhere:
                yield Q(kind=kind.life.kind, state__in=anywhere) & below(post.area)
            if held:
                yield Q(kind=kind.life.kind, state__in=held, holder_unit=post.organisation) & below(post.area)


def _movable(kind: Kind, post: HeldPost, by: Actor) -> tuple[list[str], list[str]]:
    """States the actor can move matters from all over the post's area, and those only where its unit holds them."""
    anywhere, held = [], []
    for state in kind.life.by_code:
        if _first_move(kind, state, by, path=post.area):
            anywhere.append(state)
        elif _first_move(kind, state, by, path=post.area, holder=post.organisation):
            held.append(state)
    return anywhere, held


def _first_move(kind: Kind, state: str, by: Actor, *, path: str, holder: UUID | None = None) -> type[Transition] | None:
    """What the actor could do first with a matter in this state: tried on one that nobody ever opened."""
    return duty_of(Matter(kind=kind.life.kind, state=state, path=path, holder_unit_id=holder), by=by)
