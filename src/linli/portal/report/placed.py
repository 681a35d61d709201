"""Where a report may lie, and the place that a scanned code brings along: `/report/?at=…`, as posters and forms say."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from linli.domains.places.queries import Ground, get
from linli.domains.places.refusals import no_such_place
from linli.domains.places.spots import Spot
from linli.kernel.refusal import NotFound
from linli.portal.maps import WHOLE, WITHIN


def community_for(place: Spot, ground: Ground) -> Spot:
    """The community the place lies in; refuses what is no community, grid or building in use, homes above all."""
    community = next((each for each in ground.communities if place.path.startswith(each.path)), None)
    if community is None or not place.active or place.kind not in (*WHOLE, *WITHIN):
        raise no_such_place()
    return community


def scanned(request: HttpRequest, ground: Ground) -> tuple[Spot, Spot] | None:
    """The place in the address and its community; None without one, or where it is used no more: then it is asked."""
    try:
        place = get(UUID(request.GET.get("at", "")))
        return place, community_for(place, ground)
    except (ValueError, NotFound):
        return None
