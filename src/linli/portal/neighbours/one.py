"""The public page of one shared matter: masked title, state and steps; nobody's words unless meant for everyone."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from linli.domains.matters.queries import Matter, get_shared, public_timeline
from linli.domains.people.actor import Actor
from linli.domains.requests.queries import was_taken_back
from linli.kernel.refusal import NotFound, Refusal
from linli.kernel.words import say
from linli.portal.door import everyone
from linli.portal.neighbours.shown import shown
from linli.portal.track.steps import teller

GONE = say(
    "Whoever reported this has taken it back, so neighbours see it no more. Is it still there? Report it yourself.",
    "报事人已撤回这件事，不再向邻居公开。如果问题还在，你也可以来报。",
)


@require_safe
@everyone
def one(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """One shared matter; of what was taken back, that it was."""
    matter = _shared(number)
    (seen,) = shown([matter], by=by)
    moments = public_timeline(matter)
    line = teller(matter, moments, whose=False).line(moments)
    given = {"one": seen, "line": line, "unit": matter.holder_unit.words if matter.holder_unit else ""}
    return render(request, "portal/neighbours/one.html", given)


def _shared(number: str) -> Matter:
    try:
        return get_shared(number)
    except NotFound:
        if was_taken_back(number):
            raise Refusal(GONE, code="taken_back", status=HTTPStatus.GONE) from None
        raise
