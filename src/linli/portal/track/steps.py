"""A matter's acts as steps of a vertical line: what happened, what stands now, what is still to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from linli.design.shapes import Text
from linli.domains.matters.queries import File, Matter, Moment, files_of
from linli.kernel.lifecycle import Tone
from linli.kernel.words import Words, say
from linli.portal.files import ICONS as ICONS_OF_FILES
from linli.portal.lines import state_of
from linli.portal.track.details import Details, Names, details_of, names_in
from linli.portal.track.moments import MESSAGE, Together, acts_of, main_of, stands_at

YOU, THE_RESIDENT = say("you", "你"), say("the resident", "居民")
MASK = "*"
"""What masked words show in place of names, numbers and doors."""
ICONS = {"done": "circle-check", "now": "arrow-right", "wait": "hourglass", "late": "rotate-ccw", "next": "circle"}

COMING: tuple[tuple[str, Words], ...] = (
    ("dispatched", say("Given to whoever can solve it", "派给能解决的单位")),
    ("replied", say("A named person answers you", "专人答复你")),
    ("verified", say("Someone else checks that it is true", "另有人核查是否属实")),
    ("closed", say("You say whether it is solved", "由你评价解决没有")),
)
"""Milestones by the state that reaches them."""
ORDER = (
    "received", "reopened", "filed", "dispatched", "signed", "in_progress", "info_requested", "suspended", "planned",
    "external", "merged", "replied", "verified", "callback", "closed",
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
    details: Details = field(default=())
    files: Sequence[tuple[str, File]] = field(default=())
    said: Sequence[Said] = field(default=())


@dataclass(frozen=True, kw_only=True)
class Teller:
    """Tells a matter's life; `opened` are originals that were asked for, `whose` is False for neighbours.

    Neighbours read units, never names, and nobody's verdict.
    """

    matter: Matter
    names: Names
    opened: Mapping[UUID, str]
    files: Mapping[UUID, Sequence[File]]
    whose: bool

    def line(self, moments: Sequence[Moment]) -> list[Step]:
        """What happened, oldest first; the last of it is where the matter stands; then what is to come."""
        acts = acts_of(self.matter, moments)
        now = stands_at(acts) if self.matter.closed_at is None else -1
        steps = [self._step(act, look=self._look() if place == now else "done") for place, act in enumerate(acts)]
        return [*steps, *self._coming()]

    def said(self, moment: Moment) -> list[Said]:
        """The words of a moment, as this reader sees them."""
        return [self._said(text.pk, text.body) for text in moment.texts]

    def _step(self, act: Together, *, look: str) -> Step:
        main = main_of(self.matter, act)
        return Step(
            words=main.words,
            look=look,
            icon="message-circle" if main.verb == MESSAGE else ICONS[look],
            at=main.at,
            who=self._who(act[0]),
            details=[told for moment in act for told in details_of(moment, names=self.names, whose=self.whose)],
            said=[said for moment in act for said in self.said(moment)],
            files=[(ICONS_OF_FILES[file.kind], file) for moment in act for file in self.files.get(moment.id, ())],
        )

    def _who(self, moment: Moment) -> Text:
        if moment.by_opener:
            return YOU if self.whose else THE_RESIDENT
        if not self.whose or not moment.by_name:
            return moment.by_unit or ""
        if moment.by_unit is None:
            return moment.by_name
        return say("{unit} · {name}", "{unit} · {name}", unit=moment.by_unit, name=moment.by_name)

    def _said(self, text: UUID, body: str) -> Said:
        original = text in self.opened
        return Said(id=text, text=self.opened.get(text, body), masked=MASK in body and not original, original=original)

    def _look(self) -> str:
        return {Tone.WAIT: "wait", Tone.WRONG: "late"}.get(state_of(self.matter).tone, "now")

    def _coming(self) -> list[Step]:
        if self.matter.closed_at is not None or self.matter.state not in ORDER:
            return []
        now = ORDER.index(self.matter.state)
        ahead = (words for state, words in COMING if ORDER.index(state) > now)
        return [Step(words=words, look="next", icon=ICONS["next"]) for words in ahead]


def teller(
    matter: Matter, moments: Sequence[Moment], *, opened: Mapping[UUID, str] | None = None, whose: bool = True
) -> Teller:
    """Whoever tells this matter's moments; three statements, for the names of units and what was added."""
    files = files_of(matter, staff=False) if whose else {}
    return Teller(matter=matter, names=names_in(moments), opened=opened or {}, files=files, whose=whose)
