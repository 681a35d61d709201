"""The list of requests, or for whoever only answers some, of their assignments: filters, search, pages by key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from linli.design.shapes import Link
from linli.domains.matters.queries import Page, list_matters
from linli.domains.matters.searching import search
from linli.domains.people.actor import Actor
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import picker
from linli.domains.requests.categories import CATEGORIES
from linli.domains.requests.lifecycle import ASSIGNMENT, REQUEST
from linli.kernel.lifecycle import Lifecycle
from linli.kernel.text import grams
from linli.kernel.words import Words, say
from linli.office.door import staff_only
from linli.office.lines import lines
from linli.office.requests.wanted import Wanted

AREAS = (PlaceKind.SUBDISTRICT, PlaceKind.COMMUNITY)


@staff_only
def requests(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """One page of the list, or what contains the words searched for."""
    life, areas = life_for(by), areas_for(by)
    wanted = Wanted.read(request.GET, life=life, areas=areas)
    words = " ".join(request.GET.get("q", "").split())[:100]
    page = _searched(words, life, by) if words else _listed(request, wanted, by, at)
    given = {
        "life": life,
        "q": words,
        "short": bool(words) and not grams(words),
        "wanted": wanted.given,
        "chips": _chips(wanted),
        "states": life.states,
        "categories": [(code, group) for code, (group, _) in CATEGORIES.items()],
        "areas": areas,
        "lines": lines(page.rows, by=by, now=at),
        "older": wanted.address(after=page.older) if page.older else "",
        "newer": wanted.address(before=page.newer) if page.newer else "",
    }
    return render(request, "office/requests/page.html", given)


def _listed(request: HttpRequest, wanted: Wanted, by: Actor, at: datetime) -> Page:
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    return list_matters(wanted.filters(by=by, now=at), by=by, after=after, before=before)


def life_for(by: Actor) -> Lifecycle:
    """What this reader has lists of: requests where they read an area, else the assignments of their units."""
    return REQUEST if "requests.read" in by.rights else ASSIGNMENT


def _searched(words: str, life: Lifecycle, by: Actor) -> Page:
    return Page(search(words, by=by, kind=life.kind) if grams(words) else [], "", "")


def areas_for(by: Actor) -> dict[str, Words]:
    """Communities to choose from, by path; none where one is all there is. One statement for each area."""
    spots = [
        branch
        for area in by.areas("requests.read")
        for top in picker(within=area, kinds=AREAS)
        for branch in (top, *top.branches)
    ]
    return {branch.spot.path: branch.spot.words for branch in spots} if len(spots) > 1 else {}


def _chips(wanted: Wanted) -> Sequence[Link]:
    flags = (("open", say("Open", "未结")), ("late", say("Late", "已超时")), ("mine", say("Mine", "我名下的")))
    return [
        Link(href="?", words=say("All", "全部"), current=not wanted.given),
        *(
            Link(
                href=wanted.address(**{flag: "" if flag in wanted.given else "1"}),
                words=words,
                current=flag in wanted.given,
            )
            for flag, words in flags
        ),
    ]
