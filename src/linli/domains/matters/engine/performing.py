"""Performs transitions: one, or a whole batch with the same checks, events and number of statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

from linli.domains.matters.act import Act, Move, NewFile, Outcome
from linli.domains.matters.clocks import wind
from linli.domains.matters.engine.checking import check
from linli.domains.matters.engine.writing import write_moved
from linli.domains.matters.kinds import Hook, kind_of
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle import Transition
from linli.kernel.postgres.deadlocks import untangled
from linli.kernel.refusal import Refusal


def perform(
    matter: UUID,
    details: Transition,
    *,
    by: Actor,
    at: datetime,
    version: int | None = None,
    files: Sequence[NewFile] = (),
) -> Matter:
    """Performs one transition and returns the matter as it then stands; raises a Refusal and changes nothing."""
    move = Move(matter=matter, details=details, version=version, files=files)
    outcome = perform_many([move], by=by, at=at)
    for refusal in outcome.refused.values():
        raise refusal
    return outcome.done[0].matter


def perform_many(moves: Sequence[Move], *, by: Actor, at: datetime) -> Outcome:
    """Performs those that may be performed; each of the others is refused by its own sentence."""
    return untangled(lambda: _perform_many(moves, by=by, at=at))


def _perform_many(moves: Sequence[Move], *, by: Actor, at: datetime) -> Outcome:
    locked = _lock(move.matter for move in moves)
    outcome = Outcome(done=[], refused={})
    for move in moves:
        try:
            outcome.done.append(check(move, locked.get(move.matter), by=by, at=at))
        except Refusal as refusal:
            outcome.refused[move.matter] = refusal
    carry_out(outcome.done)
    return outcome


def carry_out(acts: Sequence[Act]) -> None:
    """Shape, write, follow: everything after the checks."""
    if not acts:
        return
    for act in acts:
        _enter(act)
    for hook, some in _by_hook(acts):
        hook(some)
    wind(acts)
    write_moved(acts)
    follow(acts)


def follow(acts: Sequence[Act]) -> None:
    """Lets each act set in motion what its domain declared."""
    for transition, some in _by_transition(acts):
        for hook in kind_of(some[0].matter.kind).following.get(transition, ()):
            hook(some)


def _lock(ids: Iterable[UUID]) -> dict[UUID, Matter]:
    rows = (
        Matter.objects.select_for_update(of=("self",)).select_related("parent").filter(pk__in=set(ids)).order_by("pk")
    )
    return {matter.pk: matter for matter in rows}


def _enter(act: Act) -> None:
    matter = act.matter
    matter.version += 1
    if act.target.code != matter.state:
        matter.state, matter.state_since = act.target.code, act.at
        matter.closed_at = act.at if act.target.final else None


def _by_hook(acts: Sequence[Act]) -> Iterable[tuple[Hook, list[Act]]]:
    for transition, some in _by_transition(acts):
        if hook := kind_of(some[0].matter.kind).shaping.get(transition):
            yield hook, some


def _by_transition(acts: Sequence[Act]) -> Iterable[tuple[type[Transition], list[Act]]]:
    def name(act: Act) -> str:
        return f"{act.matter.kind}.{type(act.details).verb()}"

    for _, group in groupby(sorted(acts, key=name), key=name):
        some = list(group)
        yield type(some[0].details), some
