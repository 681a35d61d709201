"""Where a report belongs, by what a program can say: an address_id, a point, or an address in words."""

from __future__ import annotations

from math import isfinite
from uuid import UUID

from django.http import QueryDict

from linli.api.open311.jurisdictions import Jurisdiction
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import by_code, find_at, get, mentioned
from linli.domains.places.spots import Spot
from linli.kernel.refusal import Invalid, NotFound, Refusal
from linli.kernel.words import say

NO_PLACE = say(
    "Say where it is: lat and long (WGS-84), an address_string that names a community or building of ours, or an"
    " address_id.",
    "请说明地点：填 lat 和 long（WGS-84）、写有本地社区或楼栋名的 address_string，或 address_id。",
)
NOT_DEGREES = say(
    "lat and long come together, in degrees: lat from -90 to 90, long from -180 to 180.",
    "lat 和 long 要一起填，单位为度：lat 在 -90 至 90 之间，long 在 -180 至 180 之间。",
)
OUTSIDE = say(
    "This place lies outside the communities served here. Report it where it lies, or correct lat, long or address.",
    "这个地点不在本地社区范围内。请向所在地反映，或更正经纬度、地址。",
)
LONGEST = 200


def located(given: QueryDict, ground: Jurisdiction) -> Spot:
    """The narrowest place that is named; what is more certain goes first, and what is named must be ours."""
    spot = _by_id(given) or _by_point(given) or _by_words(given, ground)
    if spot is None:
        raise Invalid(NO_PLACE)
    if not spot.active or spot.kind.rank < PlaceKind.COMMUNITY.rank or not spot.path.startswith(ground.area):
        raise Invalid(OUTSIDE)
    return spot


def _by_id(given: QueryDict) -> Spot | None:
    named = given.get("address_id", "").strip()
    if not named:
        return None
    try:
        return get(UUID(named))
    except ValueError:
        return _by_code(named)
    except NotFound:
        raise Invalid(NO_PLACE) from None


def _by_code(code: str) -> Spot:
    try:
        return by_code(code[:LONGEST])
    except Refusal:
        raise Invalid(NO_PLACE) from None


def _by_point(given: QueryDict) -> Spot | None:
    lat, long = given.get("lat", "").strip(), given.get("long", "").strip()
    if not lat and not long:
        return None
    try:
        north, east = float(lat), float(long)
    except ValueError:
        raise Invalid(NOT_DEGREES) from None
    if not (isfinite(north) and isfinite(east) and abs(north) <= 90 and abs(east) <= 180):
        raise Invalid(NOT_DEGREES)
    found = find_at(lon=east, lat=north)
    if found is None and not given.get("address_string", "").strip():
        raise Invalid(OUTSIDE)
    return found


def _by_words(given: QueryDict, ground: Jurisdiction) -> Spot | None:
    words = given.get("address_string", "").strip()
    return mentioned(words[:LONGEST], within=ground.area) if words and ground.area else None
