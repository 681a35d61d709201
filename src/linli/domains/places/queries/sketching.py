"""An outline not yet drawn, beside what is there: how large it is, and whether it leaves its parent or overlaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linli.domains.places.models import Place
from linli.domains.places.refusals import no_such_place
from linli.domains.places.spots import Spot, spot
from linli.kernel.geo.datums import Datum, convert
from linli.kernel.geo.measuring import square_metres
from linli.kernel.geo.outlines import Outline, Position, read_outline
from linli.kernel.words import Words


@dataclass(frozen=True, slots=True)
class Drawn:
    """A place with its outline in GCJ-02."""

    spot: Spot
    outline: Outline


@dataclass(frozen=True, slots=True)
class Sketch:
    """The new outline and the present ones, all in GCJ-02; about `outside` of `corners` leave the parent."""

    new: Outline
    old: Outline | None
    parent: Drawn | None
    beside: Sequence[Drawn]
    corners: int
    outside: int
    square_metres: float
    old_square_metres: float | None
    overlaps: Sequence[Words]


def sketch(place: UUID, *, geometry: Mapping[str, Any], datum: Datum) -> Sketch:
    """What redrawing the place so would look like; two statements, nothing written."""
    found = Place.objects.select_related("parent").filter(pk=place).first()
    if found is None:
        raise no_such_place()
    new = shifted(read_outline(geometry), datum)
    rows = Place.objects.filter(parent=found.parent_id, kind=found.kind, active_until=None, west__isnull=False)
    beside = [Drawn(spot(each), outline) for each in rows.exclude(pk=place) if (outline := _outline(each))]
    parent = _outline(found.parent) if found.parent else None
    corners = [at for polygon in new.polygons for at in polygon[0][:-1]]
    checked = corners[:: len(corners) // CHECKED + 1]
    old = _outline(found)
    return Sketch(
        new,
        old,
        Drawn(spot(found.parent), parent) if found.parent and parent else None,
        beside,
        len(corners),
        _outside(parent, checked) * len(corners) // len(checked) if parent else 0,
        square_metres(new),
        square_metres(old) if old else None,
        [each.spot.words for each in beside if _overlap(new, each.outline)],
    )


def shifted(outline: Outline, datum: Datum) -> Outline:
    """The outline in GCJ-02."""
    if datum == Datum.GCJ02:
        return outline
    return Outline(
        tuple(
            [[convert(*at, from_=datum, to=Datum.GCJ02) for at in ring] for ring in polygon]
            for polygon in outline.polygons
        )
    )


def _outline(place: Place) -> Outline | None:
    return shifted(read_outline(place.geometry), Datum(place.datum)) if place.geometry else None


CHECKED = 100
"""Corners looked at, evenly along the line: enough to notice that it leaves its parent."""
NEAR = 5e-5
"""Degrees, about five metres: corners on a shared border differ by the last digit."""
AROUND = tuple((east, north) for east in (0.0, NEAR, -NEAR) for north in (0.0, NEAR, -NEAR))


def _outside(outline: Outline, corners: Sequence[Position]) -> int:
    """How many corners lie farther out than a neighbour's rounding explains."""
    return sum(not any(outline.contains(lon + east, lat + north) for east, north in AROUND) for lon, lat in corners)


def _overlap(one: Outline, other: Outline) -> bool:
    """Whether either holds a point that is surely inside the other."""
    return one.contains(*other.point_inside()) or other.contains(*one.point_inside())
