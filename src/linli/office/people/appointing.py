"""Appointing somebody: role, unit, place and period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from linli.domains.people.actions import appoint
from linli.domains.people.actor import Actor
from linli.domains.people.queries import AccountSeen, account, roles, units
from linli.domains.people.rights import POSTS, require_anywhere
from linli.kernel.words import say
from linli.office.doing import begins, ends, tried
from linli.office.door import staff_only
from linli.office.people.forms import AppointForm
from linli.office.placing import places_for

APPOINTED = say("Appointed.", "已任命。")


@require_http_methods(["GET", "POST"])
@staff_only
def appointing(request: HttpRequest, whose: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The form; what is sent is done, or places are looked up."""
    require_anywhere(by, POSTS)
    person = account(whose, by=by)
    sent = request.POST if request.method == "POST" else None
    typed = request.POST if sent else request.GET
    offers: dict[str, Any] = {
        "roles": roles(),
        "units": [unit for area in by.areas(POSTS.code) for unit in units(within=area)],
        "found": places_for(typed.get("where", ""), by=by, right=POSTS),
    }
    if sent is None or "find" in sent:
        return _show(request, person, AppointForm(initial=typed.dict(), **offers))
    form = AppointForm(sent, **offers)
    done = tried(form, lambda given: _appointed(given, whose, by=by, at=at))
    if not done.done:
        return _show(request, person, form, status=done.status)
    messages.success(request, str(APPOINTED))
    return redirect("office:people:one", whose)


def _appointed(given: Mapping[str, Any], whose: UUID, *, by: Actor, at: datetime) -> UUID:
    return appoint(
        account=whose,
        organisation=UUID(given["organisation"]),
        role=given["role"],
        place=UUID(given["place"]),
        since=begins(given["since"], at=at),
        until=ends(given["until"]),
        by=by,
        at=at,
    )


def _show(request: HttpRequest, person: AccountSeen, form: AppointForm, *, status: int = 200) -> HttpResponse:
    return render(request, "office/people/appoint.html", {"form": form, "person": person}, status=status)
