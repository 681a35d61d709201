"""Requests over the machines' door: file, list, read, search."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema, Status

from linli.api.problems import READING, WRITING
from linli.api.repeating import REPEATABLE, repeatable
from linli.api.shapes import DetailOut, MatterOut, PageOut, ReportedOut, detail_out, matter_out
from linli.api.tokens import FILE, READ, caller
from linli.api.words import Area, Line
from linli.domains.matters import queries as matters
from linli.domains.matters.engine.refusals import unknown
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.searching import search
from linli.domains.requests.actions import Reporter, report
from linli.domains.requests.lifecycle.request import Report

router = Router(tags=["requests"])


class ReportIn(Report):
    """A request to be filed; `reporter_…` may stay empty: nobody must say who they are to be heard."""

    reporter_name: Line = ""
    reporter_phone: Line = ""


class FiltersIn(Schema):
    """What to list; empty means all. `after` is a page's `older`."""

    state: Line = ""
    category: Line = ""
    area: Area = ""
    since: datetime | None = None
    until: datetime | None = None
    open_only: bool = False
    after: Line = ""


@router.post(
    "",
    auth=FILE,
    response={201: ReportedOut, **WRITING},
    operation_id="report_request",
    openapi_extra=REPEATABLE,
)
@repeatable
def file_request(request: HttpRequest, given: ReportIn) -> Status[dict[str, Any]]:
    """Files a request for somebody outside; the same act as on a phone."""
    details = Report(**given.model_dump(exclude={"reporter_name", "reporter_phone"}))
    reporter = Reporter(name=given.reporter_name, phone=given.reporter_phone)
    reported = report(details, by=caller(request), at=timezone.now(), reporter=reporter)
    return Status(201, {"matter": matter_out(reported.matter), "tracking_code": reported.tracking_code})


@router.get("", auth=READ, response={200: PageOut, **READING}, operation_id="list_requests")
def list_requests(request: HttpRequest, wanted: Query[FiltersIn]) -> dict[str, Any]:
    """Fifty requests the caller may see, newest first."""
    filters = matters.Filters(
        states=tuple(filter(None, wanted.state.split(","))),
        category=wanted.category,
        area=wanted.area,
        since=wanted.since,
        until=wanted.until,
        open_only=wanted.open_only,
    )
    page = matters.list_matters(filters, by=caller(request), after=wanted.after)
    return {"rows": [matter_out(matter) for matter in page.rows], "older": page.older}


@router.get("/search", auth=READ, response={200: list[MatterOut], **READING}, operation_id="search_requests")
def search_requests(request: HttpRequest, words: Line) -> list[dict[str, Any]]:
    """The newest fifty requests in whose masked words, or answers, `words` (two characters or more) stands as it is."""
    return [matter_out(matter) for matter in search(words, by=caller(request), kind="request")]


@router.get("/{number}", auth=READ, response={200: DetailOut, **READING}, operation_id="read_request")
def read_request(request: HttpRequest, number: Line) -> dict[str, Any]:
    """One request with its history, clocks and the acts open to the caller."""
    by, now = caller(request), timezone.now()
    matter = matters.get_by_number(number, by=by)
    if kind_of(matter.kind).apart:
        raise unknown()  # what is said beside it to staff alone is not for whoever holds such a part
    return detail_out(
        matter,
        matters.timeline(matter, staff=True),
        matters.clocks_of(matter, now=now),
        matters.acts_for(matter, by=by, now=now),
    )
