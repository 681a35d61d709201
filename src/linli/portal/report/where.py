"""The second page: where? A community, then a building or an open place in it; on the map, in the list, by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from linli.domains.holdings.queries import homes_of
from linli.domains.people.actor import Actor
from linli.domains.places.paths import building_of
from linli.domains.places.queries import Ground, at_path, label, labels, map_shapes, picker, search
from linli.domains.places.spots import Spot
from linli.kernel.words import Words
from linli.portal.door import everyone
from linli.portal.frame import frame_of
from linli.portal.maps import WHOLE, WITHIN, draw
from linli.portal.neighbourhood import chosen_community, remember_community
from linli.portal.report.draft import Draft, draft_of
from linli.portal.report.page import first_missing, go_on, show
from linli.portal.report.placed import community_for

Homes = Sequence[tuple[str, Words]]


@require_http_methods(["GET", "POST"])
@everyone
def where(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Takes a place: a community, a grid or a building, never a home."""
    draft, ground = draft_of(request), frame_of(request).ground
    if early := first_missing(draft, before="where"):
        return early
    if request.method == "POST":
        return _taken(request, draft, ground)
    if words := request.GET.get("q", "").strip():
        return _found(request, draft, ground, words)
    community = ground.community(request.GET.get("in", _usual(request, ground)))
    home = own_buildings(by)
    if community is None:
        return _communities(request, draft, ground, home=home)
    return _within(request, draft, ground, community, home=home)


def _taken(request: HttpRequest, draft: Draft, ground: Ground) -> HttpResponse:
    place = at_path(request.POST.get("place", ""))
    community = community_for(place, ground)
    draft.place = place.path
    answer = go_on(request, draft, after="where")
    remember_community(request, answer, community.path)
    return answer


def _usual(request: HttpRequest, ground: Ground) -> str:
    """The community this browser chose last, or the only one there is; `?in=` alone asks for all."""
    only = ground.communities[0].path if len(ground.communities) == 1 else ""
    return "" if "in" in request.GET else chosen_community(request) or only


def _communities(request: HttpRequest, draft: Draft, ground: Ground, *, home: Homes) -> HttpResponse:
    shapes = map_shapes(within=ground.top.path, kinds=WHOLE) if ground.top else []
    drawing = draw(shapes, href=lambda place: _address(**{"in": place.path}), current=draft.place)
    return show(request, "where", draft, communities=ground.communities, drawing=drawing, home=home, q="")


def _within(request: HttpRequest, draft: Draft, ground: Ground, community: Spot, *, home: Homes) -> HttpResponse:
    shapes = map_shapes(within=community.path, kinds=WITHIN)
    pointed = next((shape.spot for shape in shapes if shape.spot.path == request.GET.get("at")), None)
    drawing = draw(
        shapes,
        href=lambda place: _address(**{"in": community.path, "at": place.path}) + "#here",
        current=pointed.path if pointed else draft.place,
    )
    given: dict[str, Any] = {
        "community": community,
        "branches": picker(within=community.path, kinds=WITHIN),
        "drawing": drawing,
        "pointed": pointed,
        "pointed_words": label(pointed.path) if pointed else "",
        "home": home,
        "several": len(ground.communities) > 1,
        "q": "",
    }
    return show(request, "where", draft, **given)


def _found(request: HttpRequest, draft: Draft, ground: Ground, words: str) -> HttpResponse:
    within = ground.top.path if ground.top else ""
    found = search(words=words, within=within, kinds=(*WHOLE, *WITHIN))
    named = labels(place.path for place in found)
    given: dict[str, Any] = {"found": [(place, named[place.path]) for place in found], "q": words}
    return show(request, "where", draft, **given)


def own_buildings(by: Actor) -> Homes:
    """The buildings one is known to live in: one tap instead of three. Which home it is stays out."""
    homes = homes_of(by.stands_for, by=by) if by.stands_for else []
    paths = dict.fromkeys(building_of(home.path) for home in homes)
    named = labels(paths) if paths else {}
    return [(path, named[path]) for path in paths]


def _address(**query: str) -> str:
    return f"{reverse('portal:report:where')}?{urlencode(query)}"
