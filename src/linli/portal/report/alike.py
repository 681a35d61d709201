"""What neighbours have shared that may be the same: offered while typing, and once more before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from linli.domains.people.actor import Actor
from linli.domains.people.signin.actions import Use, spend, visit_of
from linli.domains.people.signin.policy import COMPARE
from linli.domains.requests.likeness import alike_for_neighbours
from linli.kernel.refusal import TooMany
from linli.portal.door import everyone
from linli.portal.frame import frame_of
from linli.portal.neighbourhood import chosen_community
from linli.portal.neighbours.shown import Shown, shown
from linli.portal.report.draft import draft_of


@sensitive_post_parameters()
@require_POST
@everyone
def alike(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The offers alone, for what has been typed so far; it is compared, and neither kept nor logged.

    Whoever asks too often is offered nothing, and disturbed by no refusal: the report is what they came for.
    """
    place = draft_of(request).place or _usual(request)
    rows: Sequence[Shown] = ()
    with suppress(TooMany):
        spend([Use(COMPARE, visit_of(request).mark)], at=at)
        rows = offers(request.POST.get("text", ""), place=place, by=by, at=at)
    return render(request, "portal/report/alike.html", {"alike": rows})


def offers(text: str, *, place: str, by: Actor, at: datetime) -> Sequence[Shown]:
    """Neighbours' shared requests that may be the same, as neighbours read them; none where no place is known."""
    found = alike_for_neighbours(text, within=place, at=at) if place else []
    return shown([one.matter for one in found], by=by) if found else []


def _usual(request: HttpRequest) -> str:
    """The community this browser chose last, or the only one there is."""
    ground = frame_of(request).ground
    chosen = ground.community(chosen_community(request))
    only = ground.communities[0] if len(ground.communities) == 1 else None
    spot = chosen or only
    return spot.path if spot else ""
