"""The list and the map of what neighbours shared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from linli.domains.matters.queries import Shared, list_shared, shared_by_area
from linli.domains.people.actor import Actor
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import Ground, MapShape, label, map_shapes
from linli.domains.places.spots import Spot
from linli.domains.requests.lifecycle import REQUEST
from linli.kernel.words import say
from linli.portal.door import everyone
from linli.portal.frame import frame_of
from linli.portal.maps import Drawing, draw
from linli.portal.neighbours.shown import shown
from linli.portal.neighbours.wanted import Wanted

SIZE = 20
PERIOD = timedelta(days=90)
"""What the numbers on the map count."""
DARKEST = 4


@require_safe
@everyone
def shared(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """What is shared, newest first, under its filters."""
    ground = frame_of(request).ground
    wanted = Wanted.read(request.GET, ground)
    page = list_shared(wanted.filters, after=request.GET.get("after", ""), size=SIZE)
    shapes = _shapes(ground, wanted)
    counts = shared_by_area([shape.spot.path for shape in shapes], kind=REQUEST.kind, since=at - PERIOD)
    given: dict[str, Any] = {
        "wanted": wanted,
        "area": label(wanted.area) if wanted.area else "",
        "rows": shown(page.rows, by=by),
        "older": f"{wanted.address()}&after={page.older}" if page.older else "",
        "drawing": _drawing(shapes, wanted, counts),
        "everywhere": wanted.address(area=""),
        "places": [(each.spot, wanted.address(area=each.spot.path), counts[each.spot.path]) for each in shapes],
        "days": PERIOD.days,
    }
    return render(request, "portal/neighbours/list.html", given)


def _shapes(ground: Ground, wanted: Wanted) -> Sequence[MapShape]:
    """Communities, or the grids of the one that is looked at."""
    community = next((each for each in ground.communities if wanted.area.startswith(each.path)), None)
    if community:
        return map_shapes(within=community.path, kinds=(PlaceKind.GRID,))
    return map_shapes(within=ground.top.path, kinds=(PlaceKind.COMMUNITY,)) if ground.top else []


def _drawing(shapes: Sequence[MapShape], wanted: Wanted, counts: dict[str, Shared]) -> Drawing | None:
    most = max((count.all for count in counts.values()), default=0) or 1

    def shade(place: Spot) -> int:
        return round(DARKEST * counts[place.path].all / most)

    return draw(
        shapes,
        href=lambda place: wanted.address(area=place.path),
        current=wanted.area,
        note=lambda place: say("{n} shared", "{n} 件", n=counts[place.path].all),
        shade=shade,
    )
