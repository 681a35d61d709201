"""The public page of one shared matter: masked title, state and steps; nobody's words unless meant for everyone."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from linli.domains.matters.queries import get_shared, public_timeline
from linli.domains.people.actor import Actor
from linli.portal.door import everyone
from linli.portal.neighbours.shown import shown
from linli.portal.track.steps import teller


@require_safe
@everyone
def one(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """One shared matter."""
    matter = get_shared(number)
    (seen,) = shown([matter], by=by)
    moments = public_timeline(matter)
    line = teller(matter, moments, whose=False).line(moments)
    given = {"one": seen, "line": line, "unit": matter.holder_unit.words if matter.holder_unit else ""}
    return render(request, "portal/neighbours/one.html", given)
