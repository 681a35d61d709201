"""The sign-in log of the house: who came in or tried to, and what was done to their accounts."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.domains.people.actor import Actor
from linli.domains.people.signin.queries import Wanted, whole_log
from linli.domains.people.signin.vocabulary import Door, Happening
from linli.office.audit.asked import Asked, frame
from linli.office.door import staff_only
from linli.office.paging import identifier, moment, older, read_key


@require_GET
@staff_only
def signins(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The newest lines, of one kind or door where asked."""
    asked = Asked.read(request)
    what, door = asked.given.get("what", ""), asked.given.get("door", "")
    wanted = Wanted(
        happening=Happening(what) if what in Happening.codes() else None,
        door=Door(door) if door in Door.codes() else None,
        account=asked.account,
        since=asked.since,
        until=asked.until,
    )
    lines, more = whole_log(wanted, by=by, before=_key(request))
    given = {
        **frame(asked, here=request.path, by=by),
        "lines": lines,
        "kinds": list(Happening),
        "doors": list(Door),
        "older": older(asked.given, lines[-1].at, lines[-1].id, more=more) if lines else "",
    }
    return render(request, "office/audit/signins.html", given)


def _key(request: HttpRequest) -> tuple[datetime, UUID] | None:
    key = read_key(request.GET, parts=2)
    return (moment(key[0]), identifier(key[1])) if key else None
