"""Requests received in a period as a workbook; many lead to the page where leave is asked for."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from linli.design.sending import send_file
from linli.domains.people.actor import Actor
from linli.domains.requests.figures.exporting import NeedsApproval, Taken, take_requests
from linli.office.figures.wanted import Wanted

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def received_as_file(request: HttpRequest, wanted: Wanted, *, by: Actor, at: datetime) -> HttpResponse:
    """The file, or the way to ask for it."""
    try:
        content = take_requests(wanted.asked(), by=by, at=at)
    except NeedsApproval as refusal:
        messages.warning(request, str(refusal.sentence))
        period = wanted.address(since=wanted.since.isoformat(), until=wanted.until.isoformat())
        return redirect(f"{reverse('office:leave')}{period}")
    return as_file(Taken.REQUESTS, content, wanted)


def as_file(what: Taken, content: bytes, wanted: Wanted) -> HttpResponse:
    """A workbook, named by what it holds and its days."""
    return send_file(content, mime=WORKBOOK, name=f"linli-{what.value}-{wanted.since}-{wanted.until}.xlsx")
