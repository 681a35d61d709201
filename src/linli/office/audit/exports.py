"""Who took which figures or requests away as a file: what was asked for and how many rows, never what stood in them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.domains.people.actor import Actor
from linli.domains.requests.figures.exporting import taken_away
from linli.office.audit.asked import Asked, chosen, frame
from linli.office.door import staff_only
from linli.office.paging import identifier, moment, older, read_key


@require_GET
@staff_only
def exports(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The newest files first, of one account or up to one day where asked."""
    asked = Asked.read(request)
    lines, more = taken_away(by=by, account=asked.account, since=asked.since, until=asked.until, before=_key(request))
    around = frame(asked, here=request.path, by=by)
    given = {
        **around,
        "lines": lines,
        "names": chosen(around["accounts"]),
        "older": older(asked.given, lines[-1].at, lines[-1].id, more=more) if lines else "",
    }
    return render(request, "office/audit/exports.html", given)


def _key(request: HttpRequest) -> tuple[datetime, UUID] | None:
    key = read_key(request.GET, parts=2)
    return (moment(key[0]), identifier(key[1])) if key else None
