"""A place as pages and other rooms see it: a value, without its outline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import natural_order
from linli.kernel.geo.datums import Datum
from linli.kernel.words import Words

_COLUMNS = ("id", "kind", "path", "name", "name_en", "code", "lon", "lat", "datum", "active_until")


@dataclass(frozen=True, slots=True)
class Spot:
    """One place; `lon` and `lat` are its centre in degrees, measured in `datum`."""

    id: UUID
    kind: PlaceKind
    path: str
    words: Words
    code: str
    lon: float | None
    lat: float | None
    datum: Datum
    active: bool


def spot(place: Place) -> Spot:
    """The place as a value."""
    return Spot(
        place.id,
        PlaceKind(place.kind),
        place.path,
        place.words,
        place.code,
        place.lon,
        place.lat,
        Datum(place.datum),
        place.active_until is None,
    )


def spots(places: QuerySet[Place]) -> list[Spot]:
    """The rows as values, in one statement that leaves outlines where they lie."""
    return [spot(place) for place in places.only(*_COLUMNS)]


def in_order(found: Iterable[Spot]) -> list[Spot]:
    """Parents before children, siblings in the order they were added."""
    return sorted(found, key=lambda each: natural_order(each.path))
