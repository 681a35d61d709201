"""The timeline and conversation of a matter as slips: what residents said, what the office said, what happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from linli.design.shapes import Badge, Text
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.queries import File, Moment
from linli.domains.people.queries import names_of
from linli.domains.requests.vocabulary import Channel
from linli.kernel.lifecycle import Transition
from linli.kernel.lifecycle.telling import NameOf, told
from linli.kernel.words import Words, say
from linli.office.showing import badge_of

RESIDENT = say("Resident", "居民")
SYSTEM = say("The system", "系统")
MASK = "*"
"""What a mask puts in place of a name, a number or a door."""
NAMED = ("units", "colleagues")
"""Sources of options whose values are units and people."""
CHANNELS = {channel.value: channel.words for channel in Channel}


@dataclass(frozen=True)
class Said:
    """One text of a slip; `masked` says that an original is worth opening."""

    id: UUID
    body: str
    inside: bool
    masked: bool


@dataclass(frozen=True)
class Slip:
    """One moment: `side` says whose words it holds; without words it is an event."""

    side: Literal["resident", "office", "inside", "event"]
    who: Words
    at: datetime
    verb: str
    words: Words
    state: Badge
    part: str
    through: Text
    details: Sequence[tuple[Words, Any]]
    texts: Sequence[Said]
    files: Sequence[File]


def story(moments: Sequence[Moment], files: Mapping[UUID, Sequence[File]], *, number: str) -> list[Slip]:
    """The slips with their files, oldest first; what only follows another act is left out: its cause tells it."""
    shown = [moment for moment in moments if not moment.derived]
    names = names_of(_units(shown))
    return [_slip(moment, files.get(moment.id, ()), number=number, names=names) for moment in shown]


def transition_of(moment: Moment) -> type[Transition]:
    """The transition a moment was."""
    life = kind_of(moment.kind).life
    return life.by_verb.get(moment.verb, life.opening)


def _slip(moment: Moment, files: Sequence[File], *, number: str, names: Mapping[UUID, Words]) -> Slip:
    texts = [Said(text.pk, text.body, text.audience == "staff", MASK in text.body) for text in moment.texts]
    details = told(transition_of(moment), moment.details, name_of=_namer(moment.kind, names))
    return Slip(
        side=_side(moment, texts),
        who=_who(moment),
        at=moment.at,
        verb=moment.verb,
        words=moment.words,
        state=badge_of(moment.state),
        part="" if moment.number == number else moment.number,
        through=CHANNELS.get(moment.channel, "") if moment.by_opener and moment.channel != "web" else "",
        details=[] if moment.verb == "report" else list(details),
        texts=texts,
        files=files,
    )


def _side(moment: Moment, texts: Sequence[Said]) -> Literal["resident", "office", "inside", "event"]:
    if not texts:
        return "event"
    if moment.by_opener:
        return "resident"
    return "inside" if all(text.inside for text in texts) else "office"


def _who(moment: Moment) -> Words:
    if moment.by_opener:
        if not moment.by_name:
            return RESIDENT
        return say("{resident}, through {name}", "{resident}（{name} 代）", resident=RESIDENT, name=moment.by_name)
    if not moment.by_name:
        return moment.by_unit or SYSTEM
    if moment.by_unit is None:
        return say(moment.by_name, moment.by_name)
    return say("{name}, {unit}", "{unit} {name}", name=moment.by_name, unit=moment.by_unit)


def _namer(kind: str, names: Mapping[UUID, Words]) -> NameOf:
    def name(source: str, value: str) -> Words | str:
        if source == "categories":
            return kind_of(kind).category_words(value)
        return names.get(UUID(value), "?") if source in NAMED else value

    return name


def _units(moments: Sequence[Moment]) -> Iterator[UUID]:
    for moment in moments:
        for name, detail in transition_of(moment).details().items():
            given = moment.details.get(name)
            if detail.choices in NAMED and given:
                yield from (UUID(unit) for unit in (given if isinstance(given, list) else [given]))
