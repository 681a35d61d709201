"""The calendar of disclosures for whoever writes them: what is owed where, and the way to write it."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.domains.notices.queries import disclosures
from linli.domains.notices.rights import READ
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.office.door import staff_only


@require_GET
@staff_only
def calendar(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Every community of the reader's areas."""
    require_anywhere(by, READ)
    rows = [row for area in by.areas(READ.code) for row in disclosures(area=area, now=at)]
    return render(request, "office/notices/calendar.html", {"rows": rows})
