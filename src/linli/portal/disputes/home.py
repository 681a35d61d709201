"""What mediation is, one's rights in it, and one's own mediations."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from linli.domains.people.actor import Actor
from linli.domains.requests.disputes.notice import LAW, NOTICE
from linli.domains.requests.disputes.queries import own_disputes
from linli.portal.door import everyone
from linli.portal.lines import lines


@require_safe
@everyone
def home(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """For everyone the notice of rights; for who is known their own mediations, what is asked of them first."""
    mine = lines(own_disputes(by=by), by=by, now=at)
    given = {
        "asked": [line for line in mine if line.asked],
        "others": [line for line in mine if not line.asked],
        "law": LAW,
        "notice": NOTICE,
    }
    return render(request, "portal/disputes/home.html", given)
