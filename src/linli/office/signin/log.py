"""The sign-in log of the house, for the audit administrator."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_datetime

from linli.domains.people.actor import Actor
from linli.domains.people.signin.queries import PAGE, whole_log
from linli.domains.people.signin.vocabulary import Happening
from linli.office.door import staff_only


@staff_only
def log(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The newest lines, of one kind where asked, page by page."""
    wanted = request.GET.get("what", "")
    happening = Happening(wanted) if wanted in Happening.codes() else None
    lines = whole_log(actor=by, happening=happening, before=_before(request))
    older = ""
    if len(lines) == PAGE:
        older = f"?{urlencode({'what': wanted, 'before': lines[-1].at.isoformat()})}"
    kinds = [(kind, kind == happening) for kind in Happening]
    given = {"lines": lines, "kinds": kinds, "happening": happening, "older": older}
    return render(request, "office/signin/log.html", given)


def _before(request: HttpRequest) -> datetime | None:
    try:
        found = parse_datetime(request.GET.get("before", ""))
    except ValueError:
        return None
    return found if found and found.tzinfo else None
