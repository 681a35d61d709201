"""Disputes over the machines' door: open one for an applicant, list, read; whoever mediates there alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema, Status
from pydantic import Field

from linli.api.problems import READING, WRITING
from linli.api.repeating import REPEATABLE, repeatable
from linli.api.shapes import DetailOut, MatterOut, PageOut, detail_out, matter_out
from linli.api.tokens import FILE, READ, caller
from linli.api.words import Line
from linli.domains.matters import queries as matters
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.disputes.actions import Application, apply_for
from linli.domains.requests.disputes.lifecycle import DISPUTE
from linli.domains.requests.disputes.queries import get_dispute
from linli.domains.requests.disputes.rights import MEDIATE
from linli.domains.requests.disputes.vocabulary import About
from linli.kernel.lifecycle import FreeText

router = Router(tags=["disputes"])


class ApplicationIn(Schema):
    """An application for mediation; `text` and `other` are for the mediator alone, names and phones are sealed."""

    about: About
    place: UUID
    text: FreeText = Field(min_length=2)
    other: FreeText = ""
    applicant_name: Line
    applicant_phone: Line = ""


class DisputesIn(Schema):
    """What to list; empty means all. `after` is a page's `older`."""

    state: Line = ""
    open_only: bool = False
    after: Line = ""


@router.post(
    "", auth=FILE, response={201: MatterOut, **WRITING}, operation_id="apply_for_mediation", openapi_extra=REPEATABLE
)
@repeatable
def apply(request: HttpRequest, given: ApplicationIn) -> Status[dict[str, Any]]:
    """Opens a dispute for somebody who asks for mediation, and answers with their own part of it."""
    application = Application(about=given.about, place=given.place, text=given.text, other=given.other)
    part = apply_for(
        application,
        name=given.applicant_name,
        phone=given.applicant_phone,
        by=caller(request),
        at=timezone.now(),
    )
    return Status(201, matter_out(part))


@router.get("", auth=READ, response={200: PageOut, **READING}, operation_id="list_disputes")
def list_disputes(request: HttpRequest, wanted: Query[DisputesIn]) -> dict[str, Any]:
    """Fifty disputes that the caller mediates, newest first."""
    by = caller(request)
    require_anywhere(by, MEDIATE)
    states = tuple(filter(None, wanted.state.split(",")))
    filters = matters.Filters(kind=DISPUTE.kind, states=states, open_only=wanted.open_only)
    page = matters.list_matters(filters, by=by, after=wanted.after)
    return {"rows": [matter_out(matter) for matter in page.rows], "older": page.older}


@router.get("/{number}", auth=READ, response={200: DetailOut, **READING}, operation_id="read_dispute")
def read_dispute(request: HttpRequest, number: Line) -> dict[str, Any]:
    """One dispute with its history in masked words, its clocks and the acts open to the caller."""
    by, now = caller(request), timezone.now()
    matter = get_dispute(number, by=by)
    return detail_out(
        matter,
        matters.timeline(matter, staff=True),
        matters.clocks_of(matter, now=now),
        matters.acts_for(matter, by=by, now=now),
    )
