"""The sign-in log of the house, for the audit administrator."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from linli.domains.people.actor import Actor
from linli.domains.people.signin.queries import Wanted, whole_log
from linli.domains.people.signin.vocabulary import Happening
from linli.office.door import staff_only
from linli.office.paging import older, read_key


@staff_only
def log(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The newest lines, of one kind where asked, page by page."""
    wanted = request.GET.get("what", "")
    happening = Happening(wanted) if wanted in Happening.codes() else None
    key = read_key(request.GET, parts=2)
    before = (datetime.fromisoformat(key[0]), UUID(key[1])) if key else None
    lines, more = whole_log(Wanted(happening=happening), by=by, before=before)
    onward = older({"what": wanted}, lines[-1].at, lines[-1].id, more=more) if lines else ""
    kinds = [(kind, kind == happening) for kind in Happening]
    given = {"lines": lines, "kinds": kinds, "happening": happening, "older": onward}
    return render(request, "office/signin/log.html", given)
