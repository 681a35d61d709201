"""What an act was given, said again in words: which unit, which right door, which verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.queries import Moment
from linli.domains.people.queries import names_of
from linli.kernel.lifecycle.telling import told
from linli.kernel.words import Words

TOLD_TO_ALL = frozenset(
    {"decline_to_accept", "dispatch", "lead_set_aside", "lead_planned", "hand_over", "ask_there_again", "whistled"}
    | {"arrange_session", "hide_from_neighbours"}
)
TOLD = TOLD_TO_ALL | {"verify", "call_back", "judge"}
"""Acts whose details matter to the resident; whose verdict it was is for them alone."""

Details = Sequence[tuple[Words, Words | str]]
Names = Mapping[UUID, Words]


def names_in(moments: Iterable[Moment]) -> Names:
    """What the units are called to which it was given; two statements."""
    return names_of(UUID(unit) for moment in moments for unit in _units(moment))


def details_of(moment: Moment, *, names: Names, whose: bool) -> Details:
    """The details of one act, by their words; empty where they say nothing to its reader."""
    if moment.verb not in (TOLD if whose else TOLD_TO_ALL):
        return []
    life = kind_of(moment.kind).life
    transition = life.by_verb.get(moment.verb, life.opening)
    return list(told(transition, moment.details, name_of=lambda source, value: names.get(UUID(value), value)))


def _units(moment: Moment) -> Iterator[str]:
    if moment.verb == "dispatch":
        yield moment.details["unit"]
        yield from moment.details.get("helpers", ())
    if moment.verb == "whistled":
        yield from moment.details["units"]
