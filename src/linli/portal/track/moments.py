"""Which of a matter's moments are told to residents, and which are one act together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linli.domains.matters.queries import Matter, Moment
from linli.domains.requests.lifecycle.hiding import HIDING_ACTS

MESSAGE = "comment"
"""The act that moves nothing."""
STANDING_STILL = {MESSAGE} | {act.verb() for act in HIDING_ACTS}
"""Acts after which it stands where it stood."""
SPOKEN = ("answer", "ask_resident", "merged_answered", "pass_on_answer")
"""Acts that speak to the resident."""

Together = Sequence[Moment]
"""What a part did, and what followed from it in the whole at the same instant."""


def acts_of(matter: Matter, moments: Sequence[Moment]) -> list[Together]:
    """The acts that are told, oldest first: of a part only what it says or what moves the whole."""
    return [act for act in _together(moments) if any(moment.number == matter.number or moment.texts for moment in act)]


def stands_at(acts: Sequence[Together]) -> int:
    """The place of the last act that was more than a message, or than hiding and showing."""
    moves = (place for place, act in enumerate(acts) if STANDING_STILL.isdisjoint(moment.verb for moment in act))
    return max(moves, default=-1)


def main_of(matter: Matter, act: Together) -> Moment:
    """The moment that names the act: the whole's, else the part's."""
    return next((moment for moment in act if moment.number == matter.number), act[0])


def last_spoken(moments: Sequence[Moment]) -> Moment | None:
    """What was last asked of the resident, or answered."""
    return next((moment for moment in reversed(moments) if moment.verb in SPOKEN and moment.texts), None)


def _together(moments: Sequence[Moment]) -> Iterator[Together]:
    act: list[Moment] = []
    for moment in moments:
        if act and not _follows(moment, act[0]):
            yield act
            act = []
        act.append(moment)
    if act:
        yield act


def _follows(moment: Moment, first: Moment) -> bool:
    return moment.at == first.at and moment.number != first.number and (moment.derived or first.derived)
