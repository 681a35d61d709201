"""What a map of an area shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import below, natural_order
from linli.domains.places.spots import Spot, spot


@dataclass(frozen=True, slots=True)
class MapShape:
    """A place to draw; `geometry` is a GeoJSON polygon in the place's datum, None where only a centre is known."""

    spot: Spot
    geometry: Mapping[str, Any] | None


def map_shapes(*, within: str, kinds: tuple[PlaceKind, ...] = ()) -> list[MapShape]:
    """Places in use right below `within`, or all of some kinds below it; those that lie nowhere are left out."""
    asked = below(within) & Q(kind__in=kinds) if kinds else Q(parent__path=within)
    rows = Place.objects.filter(asked, active_until=None, lon__isnull=False)
    shapes = [MapShape(spot(place), place.geometry) for place in rows]
    return sorted(shapes, key=lambda shape: natural_order(shape.spot.path))
