"""The public page of one shared matter: masked title, state and steps; nobody's words unless meant for everyone."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from linli.domains.matters.queries import Matter, get_shared, public_timeline
from linli.domains.people.actor import Actor
from linli.domains.requests.queries import moments_for_neighbours, was_taken_back
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
    """One shared matter; of what was taken back, or is hidden whole, that it was."""
    matter = _shared(number)
    (seen,) = shown([matter], by=by)
    whole = seen.hidden is not None and seen.hidden.whole
    return render(request, "portal/neighbours/one.html", {"one": seen} if whole else {"one": seen, **_life(matter)})


def _life(matter: Matter) -> dict[str, Any]:
    """What happened, and who answers for it."""
    moments = moments_for_neighbours(matter, public_timeline(matter))
    line = teller(matter, moments, whose=False).line(moments)
    return {"line": line, "unit": matter.holder_unit.words if matter.holder_unit else ""}


def _shared(number: str) -> Matter:
    try:
        return get_shared(number)
    except NotFound:
        if was_taken_back(number):
            raise Refusal(GONE, code="taken_back", status=HTTPStatus.GONE) from None
        raise
