"""The page of one unit: what it answers for, who serves there and who did."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from linli.domains.matters.queries.held import open_in_hands_of
from linli.domains.people.actions import close_organisation
from linli.domains.people.actor import Actor
from linli.domains.people.queries import posts
from linli.domains.people.queries.bodies import body
from linli.domains.people.rights import PEOPLE
from linli.domains.places.queries import labels
from linli.kernel.refusal import Refusal
from linli.kernel.words import say
from linli.office.doing import refused
from linli.office.door import staff_only

CLOSED = say("The unit is closed and every post in it has ended.", "单位已撤销，其中的岗位均已免去。")


@require_GET
@staff_only
def one(request: HttpRequest, unit: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The page."""
    return _show(request, unit, by=by, at=at)


@require_POST
@staff_only
def close(request: HttpRequest, unit: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Closes the unit, with every post in it."""
    refusal = refused(lambda: close_organisation(organisation=unit, by=by, at=at))
    if refusal:
        return _show(request, unit, by=by, at=at, refusal=refusal)
    messages.success(request, str(CLOSED))
    return redirect("office:units:one", unit)


def _show(request: HttpRequest, unit: UUID, *, by: Actor, at: datetime, refusal: Refusal | None = None) -> HttpResponse:
    found = body(unit, by=by)
    held = posts(by=by, at=at, organisation=unit, ended=True)
    over = [post for post in held if post.until and post.until <= at]
    given = {
        "unit": found,
        "now": [post for post in held if post not in over],
        "before": over,
        "places": labels([found.area, *(post.area for post in held)]),
        "in_hand": open_in_hands_of(unit=unit),
        "may_change": by.may(PEOPLE.code, at_place=found.area) and found.active,
        "refusal": refusal,
    }
    return render(request, "office/units/one.html", given, status=refusal.status if refusal else 200)
