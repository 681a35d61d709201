"""Choosing whom to act for, and stopping: building leaders, proxies, guardians, each by a recorded authorisation."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.people.actions import open_principals
from linli.domains.people.actor import Actor
from linli.domains.people.queries import acting_for
from linli.domains.people.refusals import not_authorised
from linli.kernel.words import say
from linli.portal.door import ACTS_FOR, SCOPE, residents

NOW = say("From here on all you do is theirs, until you stop.", "从现在起，你做的都算在对方名下，直到停止代办。")
STOPPED = say("You act for yourself again.", "已停止代办，现在是为自己办事。")


@require_http_methods(["GET", "POST"])
@residents
def choose(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Whom one may act for; their names are opened for this page, and they can read by whom."""
    if request.method == "POST":
        acting_for(by, authorisation=_chosen(request), scope=SCOPE, at=at)
        request.session[ACTS_FOR] = request.POST["authorisation"]
        messages.success(request, str(NOW))
        return HttpResponseRedirect(reverse("portal:report:what"))
    principals = open_principals((SCOPE,), by=by, at=at)
    return render(request, "portal/mine/acting.html", {"principals": principals, "chosen": by.authorisation})


@require_POST
@residents
def stop(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Acts for oneself again."""
    request.session.pop(ACTS_FOR, None)
    messages.success(request, str(STOPPED))
    return HttpResponseRedirect("/")


def _chosen(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("authorisation", ""))
    except ValueError:
        raise not_authorised() from None
