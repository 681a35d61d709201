"""The page of connections, and its one act."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from linli.domains.people.actor import Actor
from linli.domains.requests.hotline.actions import try_again
from linli.domains.requests.hotline.queries import line_seen
from linli.kernel.words import say
from linli.office.door import staff_only

AGAIN = say("It will be told again within a minute.", "一分钟内会重新回传。")


@require_GET
@staff_only
def connections(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """How each line is, and what is stuck."""
    return render(request, "office/connections/page.html", {"seen": line_seen(by=by)})


@require_POST
@staff_only
def again(request: HttpRequest, push: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Has one telling tried anew."""
    try_again(push, by=by, at=at)
    messages.success(request, str(AGAIN))
    return redirect("office:connections:list")
