"""When a request ends, or starts again, its assignments end with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linli.domains.matters.engine import Act, Move, perform_many
from linli.domains.matters.indexing import take_out
from linli.domains.matters.models import Matter
from linli.domains.requests.kinds import REQUESTS
from linli.domains.requests.lifecycle.assignment import ASSIGNMENT, End
from linli.domains.requests.lifecycle.request import CallBack, Judge, Withdraw
from linli.domains.requests.lifecycle.undoing import UndoImport


def end_assignments(acts: Sequence[Act]) -> None:
    """Ends every assignment of these requests that has not ended yet."""
    alive = [state.code for state in End.source]
    parts = Matter.objects.filter(
        kind=ASSIGNMENT.kind, parent__in=[act.matter.pk for act in acts], state__in=alive
    ).values_list("pk", flat=True)
    moves = [Move(matter=part, details=End()) for part in parts]
    if moves:
        perform_many(moves, by=replace(acts[0].by, system=True), at=acts[0].at)


@REQUESTS.upon(Withdraw, UndoImport)
def _hide(acts: Sequence[Act]) -> None:
    """What somebody takes back, or should never have come, neighbours see no more."""
    for act in acts:
        act.matter.published_at = None


@REQUESTS.after(UndoImport)
def _take_out_of_search(acts: Sequence[Act]) -> None:
    take_out([act.matter.pk for act in acts])


@REQUESTS.after(CallBack, Judge, Withdraw, UndoImport)
def _end(acts: Sequence[Act]) -> None:
    finished = [act for act in acts if act.target.final]
    if finished:
        end_assignments(finished)
