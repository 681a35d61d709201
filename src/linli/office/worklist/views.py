"""The worklist: what is asked of me, due first."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from linli.domains.matters.queries import worklist as asked_of
from linli.domains.matters.saved_filters import saved_filters
from linli.domains.people.actor import Actor
from linli.office.door import staff_only
from linli.office.frame import frame_of
from linli.office.lines import lines
from linli.office.worklist.chips import chips
from linli.office.worklist.wanted import Wanted

SHOWN, MOST = 50, 200
PAGE = "worklist"


@staff_only
def worklist(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The list under its filters; `?all=1` shows as many as one reads at most."""
    wanted = Wanted.read(request.GET, by=by)
    size = MOST if request.GET.get("all") == "1" else SHOWN
    counts = frame_of(request).counts
    found = asked_of(wanted.asked(by=by, now=at), by=by, size=size + 1)
    given = {
        "wanted": wanted,
        "counts": counts,
        "chips": chips(wanted, counts, by=by),
        "saved": saved_filters(PAGE, by=by),
        "lines": lines(found[:size], by=by, now=at),
        "more": len(found) > size and size < MOST,
        "here": wanted.address(),
    }
    return render(request, "office/worklist/page.html", given)
