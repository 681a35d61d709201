"""The page of connections, the orders of a period as a workbook, and trying again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.hotline.actions import try_again
from linli.domains.requests.hotline.queries import line_seen
from linli.domains.requests.rights import DISPATCH
from linli.domains.requests.vocabulary import Channel
from linli.kernel.refusal import Invalid
from linli.kernel.words import say
from linli.office.door import staff_only
from linli.office.figures.taking import received_as_file
from linli.office.figures.wanted import Wanted

AGAIN = say("It will be told again within a minute.", "一分钟内会重新回传。")


@require_GET
@staff_only
def connections(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """How each line is, and what is stuck."""
    return render(request, "office/connections/page.html", _given(request, by, at))


@require_POST
@staff_only
def orders(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The orders received in the days of the form, masked, noted; many need leave first."""
    require_anywhere(by, DISPATCH)
    given = request.POST.copy()
    given["channel"] = Channel.HOTLINE.value
    try:
        return received_as_file(request, Wanted.read(given, areas={}, at=at), by=by, at=at)
    except Invalid as refusal:
        shown = {**_given(request, by, at), "refused": refusal.sentence}
        return render(request, "office/connections/page.html", shown, status=422)


@require_POST
@staff_only
def again(request: HttpRequest, push: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Has one telling tried anew."""
    try_again(push, by=by, at=at)
    messages.success(request, str(AGAIN))
    return redirect("office:connections:list")


def _given(request: HttpRequest, by: Actor, at: datetime) -> dict[str, object]:
    return {"seen": line_seen(by=by), "wanted": Wanted.read(request.POST, areas={}, at=at)}
