"""A matter's moments as steps of a vertical line: what happened, what stands now, what is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from linli.design.shapes import Text
from linli.domains.matters.queries import Matter, Moment
from linli.kernel.lifecycle import Tone
from linli.kernel.words import Words, say
from linli.portal.lines import state_of

YOU, THE_RESIDENT = say("you", "你"), say("the resident", "居民")
MASK = "*"
"""What masked words show in place of names, numbers and doors."""

MESSAGE = "comment"
"""The act that moves nothing."""

COMING: tuple[tuple[str, Words], ...] = (
    ("dispatched", say("Given to whoever can solve it", "派给能解决的单位")),
    ("replied", say("A named person answers you", "专人答复你")),
    ("verified", say("Someone else checks that it is true", "另有人核查是否属实")),
    ("closed", say("You say whether it is solved", "由你评价解决没有")),
)
"""Milestones by the state that reaches them."""
ORDER = (
    "received", "reopened", "filed", "dispatched", "signed", "in_progress", "info_requested", "replied", "verified",
    "callback", "closed",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Said:
    """Words that were written: masked, or the original where its owner asked for it."""

    id: UUID
    text: str
    masked: bool
    original: bool


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of the line; `look` is done, now, wait, late or next."""

    words: Text
    look: str
    icon: str
    at: datetime | None = None
    who: Text = ""
    said: Sequence[Said] = field(default=())


ICONS = {"done": "circle-check", "now": "arrow-right", "wait": "hourglass", "late": "rotate-ccw", "next": "circle"}


def line_of(matter: Matter, moments: Sequence[Moment], *, opened: dict[UUID, str], whose: bool = True) -> list[Step]:
    """What happened, oldest first; the last of it is where the matter stands; then what is to come.

    `whose` is False for neighbours: they read units, no names.
    """
    told = _told(matter, moments)
    now = _latest_move(told) if told and matter.closed_at is None else -1
    steps = [
        _step(matter, together, opened=opened, look=_look(matter) if place == now else "done", whose=whose)
        for place, together in enumerate(told)
    ]
    return [*steps, *_coming(matter)]


def _told(matter: Matter, moments: Sequence[Moment]) -> list[list[Moment]]:
    """Moments that are one act: what a part did, and what followed from it in the whole at the same instant."""
    told: list[list[Moment]] = []
    for moment in moments:
        if told and _follows(moment, told[-1][0]):
            told[-1].append(moment)
        else:
            told.append([moment])
    return [together for together in told if any(_counts(matter, moment) for moment in together)]


def _follows(moment: Moment, first: Moment) -> bool:
    return moment.at == first.at and (moment.derived or first.derived) and moment.number != first.number


def _counts(matter: Matter, moment: Moment) -> bool:
    """Of a part, only what it says to the resident or does to the whole is told."""
    return moment.number == matter.number or bool(moment.texts)


def _latest_move(told: Sequence[Sequence[Moment]]) -> int:
    """The last step that is no mere message."""
    moving = [place for place, together in enumerate(told) if not all(one.verb == MESSAGE for one in together)]
    return moving[-1]


def _look(matter: Matter) -> str:
    tone = state_of(matter).tone
    return {Tone.WAIT: "wait", Tone.WRONG: "late"}.get(tone, "now")


def _step(matter: Matter, together: Sequence[Moment], *, opened: dict[UUID, str], look: str, whose: bool) -> Step:
    whole = next((moment for moment in together if moment.number == matter.number), together[0])
    message = whole.verb == MESSAGE
    return Step(
        words=whole.words,
        look=look,
        icon="message-circle" if message else ICONS[look],
        at=whole.at,
        who=_who(together[0], whose=whose),
        said=[_said(text.pk, text.body, opened) for moment in together for text in moment.texts],
    )


def _who(first: Moment, *, whose: bool) -> Text:
    if first.by_opener:
        return YOU if whose else THE_RESIDENT
    if first.by_unit and first.by_name and whose:
        return say("{unit} · {name}", "{unit} · {name}", unit=first.by_unit, name=first.by_name)
    return first.by_unit or (first.by_name if whose else "")


def _said(text: UUID, body: str, opened: dict[UUID, str]) -> Said:
    if text in opened:
        return Said(id=text, text=opened[text], masked=False, original=True)
    return Said(id=text, text=body, masked=MASK in body, original=False)


def _coming(matter: Matter) -> list[Step]:
    if matter.closed_at is not None or matter.state not in ORDER:
        return []
    now = ORDER.index(matter.state)
    return [Step(words=words, look="next", icon=ICONS["next"]) for state, words in COMING if ORDER.index(state) > now]
