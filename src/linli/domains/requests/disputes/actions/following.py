"""How a dispute, its parties and its promises follow one another: derived acts, each in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from linli.domains.matters.engine import Act, Move, perform_many
from linli.domains.matters.models import Matter
from linli.kernel.lifecycle import Lifecycle, Transition

T = TypeVar("T", bound=Transition)


def whole_follows(acts: Sequence[Act], details: Transition) -> None:
    """Performs the act on the disputes of which these are parts."""
    _perform([Move(matter=act.parent.pk, details=details) for act in acts], acts[0])


def parts_follow(
    acts: Sequence[Act], life: Lifecycle, transition: type[T], details: Callable[[Matter], T] | None = None
) -> int:
    """Performs the act on those parts of these disputes that are where it may begin, and says on how many."""
    states = [state.code for state in transition.source]
    wholes = [act.matter.pk for act in acts]
    parts = Matter.objects.filter(parent__in=wholes, kind=life.kind, state__in=states).order_by("pk")
    moves = [Move(matter=part.pk, details=details(part) if details else transition()) for part in parts]
    _perform(moves, acts[0])
    return len(moves)


def itself_follows(acts: Sequence[Act], details: Transition) -> None:
    """Performs the act on these disputes themselves."""
    _perform([Move(matter=act.matter.pk, details=details) for act in acts], acts[0])


def _perform(moves: Sequence[Move], act: Act) -> None:
    if not moves:
        return
    outcome = perform_many(moves, by=replace(act.by, system=True), at=act.at)
    for refusal in outcome.refused.values():
        raise refusal


def parts_in(dispute: Matter, life: Lifecycle, *states: str) -> int:
    """How many parts of this kind are in these states; the dispute's row is held, so the count stands."""
    return Matter.objects.filter(parent=dispute, kind=life.kind, state__in=states).count()
