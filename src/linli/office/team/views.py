"""The page of the team: who has how much open, so that help can be offered; by name, never ranked."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.queries.team import teams
from linli.domains.requests.rights import HANDLE
from linli.office.door import staff_only


@require_GET
@staff_only
def team(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Every unit the reader answers for."""
    require_anywhere(by, HANDLE)
    return render(request, "office/team/page.html", {"teams": teams(by=by, now=at)})
