"""What was hidden from neighbours: the ground they read in its place, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linli.domains.matters.hiding import hidden_of
from linli.domains.matters.models import Matter
from linli.domains.matters.queries import Moment
from linli.domains.requests.lifecycle.hiding import HIDING, HIDING_ACTS
from linli.domains.requests.vocabulary import HidingGround
from linli.kernel.words import Words, say

VERBS = frozenset(act.verb() for act in HIDING_ACTS)
"""That something was hidden and shown again is told to everybody, whatever is hidden."""


def title_for_neighbours(matter: Matter) -> Words | str:
    """The masked title, or the ground on which neighbours do not see it."""
    hidden = hidden_of(matter)
    if hidden is None:
        return matter.title
    return say("Hidden: {ground}", "已隐藏：{ground}", ground=HidingGround(hidden.ground).words)


def moments_for_neighbours(matter: Matter, moments: Sequence[Moment]) -> Sequence[Moment]:
    """Of its public moments those that neighbours read, without words where those are hidden."""
    hidden = hidden_of(matter)
    if hidden is None:
        return moments
    told = [replace(moment, texts=()) for moment in moments]
    return [moment for moment in told if moment.verb in VERBS] if hidden.whole else told


def hiding_of(request: Matter) -> Matter:
    """The latest hiding of a request that was hidden; one statement."""
    return (
        Matter.objects.select_related("parent").filter(parent=request, kind=HIDING.kind).latest("opened_at", "number")
    )
