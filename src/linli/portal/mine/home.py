"""The first of one's own pages: matters asked, under way and ended, what one follows, and the ways on."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from linli.domains.matters.queries import Filters, followed, list_matters
from linli.domains.notices.queries import own_replies
from linli.domains.people.actor import Actor
from linli.domains.people.queries import agencies
from linli.domains.requests.disputes.queries import own_disputes
from linli.portal.door import SCOPE, everyone
from linli.portal.lines import lines
from linli.portal.neighbours.shown import shown

SIZE = 30


@require_safe
@everyone
def home(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """For someone known all that is theirs; for the holder of a code their one matter; else the ways in."""
    page = list_matters(Filters(), by=by, after=request.GET.get("after", ""), size=SIZE)
    mine = lines([*own_disputes(by=by), *own_replies(by=by), *page.rows], by=by, now=at)
    given = {
        "asked": [line for line in mine if line.asked],
        "under_way": [line for line in mine if not line.asked and not line.ended],
        "ended": [line for line in mine if line.ended],
        "older": f"?after={page.older}" if page.older else "",
        "followed": shown(followed(by=by), by=by),
        "agencies": len(agencies(by=by, scope=(SCOPE,), at=at)),
    }
    return render(request, "portal/mine/home.html", given)
