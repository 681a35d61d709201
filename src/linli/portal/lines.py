"""One's own matters as lines of a list: where each stands, what is asked, what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from linli.design.shapes import Badge, Clock, Text
from linli.design.shapes import Tone as Shown
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.queries import Matter, acts_for, nearest_clocks
from linli.domains.people.actor import Actor
from linli.domains.places.paths import building_of
from linli.domains.places.queries import labels
from linli.kernel.lifecycle import State, Tone
from linli.kernel.words import Words
from linli.portal.addresses import own_address
from linli.portal.promises import promise

TONES: dict[Tone, Shown] = {Tone.WAIT: "wait", Tone.WORK: "work", Tone.DONE: "done", Tone.WRONG: "late"}
ASKED = ("give_information", "judge", "agree", "sign")
"""Acts that the community waits for."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One matter; `asked` says what is wanted of the reader, empty where nothing is."""

    number: str
    href: str
    title: str
    place: Text
    state: Badge
    meaning: Words
    asked: Text
    clock: Clock | None
    opened_at: datetime
    ended: bool


def lines(matters: Sequence[Matter], *, by: Actor, now: datetime) -> list[Line]:
    """The lines of these matters, in their order; two statements however many."""
    clocks = nearest_clocks(matters, now=now)
    places = labels(building_of(matter.path) for matter in matters)
    return [
        Line(
            number=matter.number,
            href=own_address(matter.number),
            title=matter.title,
            place=places.get(building_of(matter.path), ""),
            state=badge_of(state_of(matter)),
            meaning=state_of(matter).meaning,
            asked=asked_of(matter, by=by, now=now),
            clock=promise(clocks[matter.pk]) if matter.pk in clocks else None,
            opened_at=matter.opened_at,
            ended=matter.closed_at is not None,
        )
        for matter in matters
    ]


def state_of(matter: Matter) -> State:
    """Where it stands."""
    return kind_of(matter.kind).life.by_code[matter.state]


def badge_of(state: State) -> Badge:
    """A state in its official word."""
    return Badge(words=state.words, tone=TONES[state.tone])


def asked_of(matter: Matter, *, by: Actor, now: datetime) -> Text:
    """What the community waits for; empty where it is not the reader's turn."""
    return next((act.words for act in acts_for(matter, by=by, now=now) if act.verb in ASKED), "")
