"""What the machines' door answers with: matters, moments, clocks, figures; masked words alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from linli.domains.matters.kinds import Kind, kind_of
from linli.domains.matters.queries import Button, ClockView, Matter, Moment


class MatterOut(BaseModel):
    """A row of a list."""

    id: UUID
    number: str
    kind: str
    title: str
    category: str
    state: str
    place: UUID
    path: str
    holder_unit: UUID | None
    version: int
    opened_at: datetime
    closed_at: datetime | None
    due_at: datetime | None
    due_clock: str
    facts: dict[str, Any]


class PageOut(BaseModel):
    """One page of a list; give `older` as `after` for the next."""

    rows: list[MatterOut]
    older: str


class TextOut(BaseModel):
    """Words of a moment, masked."""

    field: str
    body: str


class MomentOut(BaseModel):
    """One act in a matter's life."""

    number: str
    verb: str
    act: str
    state: str
    at: datetime
    by: str
    unit: str
    by_opener: bool
    texts: list[TextOut]


class ClockOut(BaseModel):
    """A clock and its explanation."""

    name: str
    rule: str
    due_at: datetime
    paused: bool
    stopped_at: datetime | None
    late: bool
    provisional: bool
    explanation: str


class ActOut(BaseModel):
    """An act open to the caller now: POST to `…/{verb}`."""

    verb: str
    words: str


class DetailOut(BaseModel):
    """One matter with its history."""

    matter: MatterOut
    state_words: str
    timeline: list[MomentOut]
    clocks: list[ClockOut]
    acts: list[ActOut]


class ReportedOut(BaseModel):
    """A new request, and the code by which someone without an account follows it."""

    matter: MatterOut
    tracking_code: str


def matter_out(matter: Matter) -> dict[str, Any]:
    """A matter as `MatterOut`."""
    return {
        "id": matter.pk,
        "number": matter.number,
        "kind": matter.kind,
        "title": matter.title,
        "category": matter.category,
        "state": matter.state,
        "place": matter.place_id,
        "path": matter.path,
        "holder_unit": matter.holder_unit_id,
        "version": matter.version,
        "opened_at": matter.opened_at,
        "closed_at": matter.closed_at,
        "due_at": matter.due_at,
        "due_clock": matter.due_clock,
        "facts": matter.facts,
    }


def detail_out(matter: Matter, moments: list[Moment], clocks: list[ClockView], buttons: list[Button]) -> dict[str, Any]:
    """A matter as `DetailOut`."""
    kind: Kind = kind_of(matter.kind)
    return {
        "matter": matter_out(matter),
        "state_words": str(kind.life.by_code[matter.state].words),
        "timeline": [_moment_out(moment) for moment in moments],
        "clocks": [_clock_out(clock) for clock in clocks],
        "acts": [{"verb": button.verb, "words": str(button.words)} for button in buttons],
    }


def _moment_out(moment: Moment) -> dict[str, Any]:
    return {
        "number": moment.number,
        "verb": moment.verb,
        "act": str(moment.words),
        "state": moment.state.code,
        "at": moment.at,
        "by": moment.by_name,
        "unit": str(moment.by_unit or ""),
        "by_opener": moment.by_opener,
        "texts": [{"field": text.field, "body": text.body} for text in moment.texts],
    }


def _clock_out(clock: ClockView) -> dict[str, Any]:
    return {
        "name": clock.name,
        "rule": clock.rule,
        "due_at": clock.due_at,
        "paused": clock.paused,
        "stopped_at": clock.stopped_at,
        "late": clock.late,
        "provisional": clock.provisional,
        "explanation": str(clock.explanation),
    }
