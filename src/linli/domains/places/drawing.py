"""Where a place lies: its outline, the box around it and its centre, set together so that they never disagree."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

from linli.domains.places.models import Place
from linli.kernel.geo.datums import Datum
from linli.kernel.geo.outlines import read_outline
from linli.kernel.refusal import Invalid
from linli.kernel.words import say


def draw(
    place: Place, *, geometry: Mapping[str, Any] | None, datum: Datum, lon: float | None, lat: float | None
) -> None:
    """Sets outline, box and centre; without a given centre, a point surely inside the outline."""
    _require_on_earth(lon, lat)
    place.datum, place.lon, place.lat = datum.value, lon, lat
    place.geometry = dict(geometry) if geometry else None
    place.west = place.south = place.east = place.north = None
    if not geometry:
        return
    outline = read_outline(geometry)
    box = outline.box
    place.west, place.south, place.east, place.north = box.west, box.south, box.east, box.north
    if lon is None:
        place.lon, place.lat = outline.point_inside()


def _require_on_earth(lon: float | None, lat: float | None) -> None:
    if lon is None and lat is None:
        return
    if lon is None or lat is None or not (isfinite(lon) and isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90):
        sentence = say(
            "Give both a longitude (-180 to 180) and a latitude (-90 to 90), or neither.",
            "请同时填写经度（-180 至 180）和纬度（-90 至 90），或都不填。",
        )
        raise Invalid(sentence, fields={"lon": sentence})
