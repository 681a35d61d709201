"""Finding one place: by identifier, path, code, point on earth, or name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import below
from linli.domains.places.queries.labels import labels
from linli.domains.places.refusals import no_such_place
from linli.domains.places.spots import Spot, in_order, spot, spots
from linli.kernel.geo.datums import Datum, convert
from linli.kernel.geo.outlines import read_outline

SEARCHED = (
    PlaceKind.DISTRICT,
    PlaceKind.SUBDISTRICT,
    PlaceKind.COMMUNITY,
    PlaceKind.GRID,
    PlaceKind.BUILDING,
)


def get(place: UUID) -> Spot:
    """The place with this identifier, retired ones too."""
    return _only(Q(pk=place))


def at_path(path: str) -> Spot:
    """The place with this path."""
    return _only(Q(path=path))


def at_paths(paths: Iterable[str]) -> dict[str, Spot]:
    """The places with these paths, by path; unknown ones are left out. One statement."""
    return {each.path: each for each in spots(Place.objects.filter(path__in=set(paths)))}


def by_code(code: str) -> Spot:
    """The place with this division code."""
    return _only(Q(code=code) & ~Q(code=""))


def find_at(*, lon: float, lat: float, datum: Datum = Datum.WGS84, within: str = "") -> Spot | None:
    """The narrowest place in use whose outline contains the point, whatever datum the outline is drawn in."""
    points = {each: convert(lon, lat, from_=datum, to=each) for each in Datum}
    boxes = Q()
    for each, (x, y) in points.items():
        boxes |= Q(datum=each.value, west__lte=x, east__gte=x, south__lte=y, north__gte=y)
    scope = below(within) if within else Q()
    candidates = Place.objects.filter(boxes, scope, active_until=None, west__isnull=False)
    for place in sorted(candidates, key=lambda each: PlaceKind(each.kind).rank, reverse=True):
        if read_outline(place.geometry or {}).contains(*points[Datum(place.datum)]):
            return spot(place)
    return None


def search(*, words: str, within: str = "", kinds: Sequence[PlaceKind] = SEARCHED, limit: int = 20) -> list[Spot]:
    """Places in use by name; with several words, the last names the place and the others something above it."""
    *above, name = words.split() or [""]
    if not name:
        return []
    scope = below(within) if within else Q()
    named = Q(name__icontains=name) | Q(name_en__icontains=name)
    rows = Place.objects.filter(scope, named, kind__in=kinds, active_until=None).order_by("path")
    found = in_order(spots(rows[: limit if not above else 50 * limit]))
    return _below_named(found, above)[:limit] if above else found


def _below_named(found: list[Spot], above: Sequence[str]) -> list[Spot]:
    told = labels([each.path for each in found], from_=PlaceKind.DISTRICT)
    return [
        each
        for each in found
        if all(word.casefold() in (told[each.path].zh + " " + told[each.path].en).casefold() for word in above)
    ]


def _only(what: Q) -> Spot:
    found = spots(Place.objects.filter(what))
    if not found:
        raise no_such_place()
    return found[0]
