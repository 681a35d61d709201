"""The calendar of disclosures, for all to see: what is owed, what is out, what is late."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from linli.domains.notices.queries import disclosures
from linli.domains.people.actor import Actor
from linli.portal.door import everyone
from linli.portal.frame import frame_of
from linli.portal.neighbourhood import chosen_community


@require_safe
@everyone
def calendar(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The chosen community's calendar, or everyone's."""
    community = frame_of(request).ground.community(chosen_community(request))
    rows = disclosures(area=community.path if community else "", now=at)
    given = {"rows": rows, "overdue": sum(row.overdue for row in rows), "community": community}
    return render(request, "portal/notices/calendar.html", given)
