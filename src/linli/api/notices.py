"""Notices over the machines' door: read what is out, begin one, begin a correction, see how a draft stands."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema, Status
from pydantic import BaseModel

from linli.api.problems import READING, WRITING
from linli.api.repeating import REPEATABLE, repeatable
from linli.api.shapes import DetailOut, MatterOut, detail_out, matter_out
from linli.api.tokens import ACT, READ, caller
from linli.api.words import Area, Line
from linli.domains.matters import queries as matters
from linli.domains.notices.actions import begin, correct
from linli.domains.notices.lifecycle.drafting import Draft
from linli.domains.notices.queries import PublishedNotice, get_published, list_published

router = Router(tags=["notices"])


class NoticeOut(BaseModel):
    """A notice that is out. `digest` is the SHA-256 of /notices/{number}/words.json, as on the record."""

    number: str
    type: str
    state: str
    holds: bool
    title: str
    body: str
    claim: str
    verifier: str
    evidence: str
    withdrawal: str
    unit: str
    places: list[str]
    homes: int
    version: int
    period: str
    published_at: datetime
    until: date | None
    corrects: str
    corrected_by: str
    digest: str


class NoticesOut(BaseModel):
    """One page of notices; give `older` as `after` for the next."""

    rows: list[NoticeOut]
    older: str


class NoticesIn(Schema):
    """What to list; empty means all. `area` is a place's path, `after` a page's `older`."""

    area: Area = ""
    type: Line = ""
    holds: bool = False
    after: Line = ""


@router.get("", auth=READ, response={200: NoticesOut, **READING}, operation_id="list_notices")
def list_notices(request: HttpRequest, wanted: Query[NoticesIn]) -> dict[str, Any]:
    """Twenty notices that are out, newest first: what every resident can read."""
    page = list_published(area=wanted.area, kind=wanted.type, held_only=wanted.holds, after=wanted.after)
    return {"rows": [_out(row) for row in page.rows], "older": page.older}


@router.get("/{number}", auth=READ, response={200: NoticeOut, **READING}, operation_id="read_notice")
def read_notice(request: HttpRequest, number: Line) -> dict[str, Any]:
    """One notice that is out, whatever became of it."""
    return _out(get_published(number))


@router.get("/{number}/life", auth=READ, response={200: DetailOut, **READING}, operation_id="read_notice_life")
def read_life(request: HttpRequest, number: Line) -> dict[str, Any]:
    """A notice's life, drafts included, in masked words: for whoever reads drafts there."""
    by, now = caller(request), timezone.now()
    matter = matters.get_by_number(number, by=by)
    return detail_out(
        matter,
        matters.timeline(matter, staff=True),
        matters.clocks_of(matter, now=now),
        matters.acts_for(matter, by=by, now=now),
    )


@router.post("", auth=ACT, response={201: MatterOut, **WRITING}, operation_id="begin_notice", openapi_extra=REPEATABLE)
@repeatable
def begin_notice(request: HttpRequest, given: Draft) -> Status[dict[str, Any]]:
    """Begins a notice; somebody else reviews it before it comes out."""
    return Status(201, matter_out(begin(given, by=caller(request), at=timezone.now())))


@router.post(
    "/{number}/corrections",
    auth=ACT,
    response={201: MatterOut, **WRITING},
    operation_id="correct_notice",
    openapi_extra=REPEATABLE,
)
@repeatable
def correct_notice(request: HttpRequest, number: Line, given: Draft) -> Status[dict[str, Any]]:
    """Begins the correction of a notice that is out."""
    return Status(201, matter_out(correct(number, given, by=caller(request), at=timezone.now())))


def _out(notice: PublishedNotice) -> dict[str, Any]:
    return {
        **{name: getattr(notice, name) for name in NoticeOut.model_fields if hasattr(notice, name)},
        "type": notice.type.value,
        "unit": str(notice.unit or ""),
        "places": [str(place) for place in notice.places],
        "homes": notice.households,
    }
