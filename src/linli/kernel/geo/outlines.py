"""Outlines of areas: GeoJSON polygons (RFC 7946) checked on the way in, their box, a point inside, what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import Any

from linli.kernel.refusal import Invalid
from linli.kernel.words import Words, say

Position = tuple[float, float]
"""Longitude and latitude, in degrees."""
Ring = list[Position]
Polygon = list[Ring]
"""Its outer ring, then its holes."""

MOST_POSITIONS = 50_000


@dataclass(frozen=True, slots=True)
class Box:
    """The smallest upright rectangle around something, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Outline:
    """One or more polygons; even-odd, so a hole is whatever is surrounded twice."""

    polygons: tuple[Polygon, ...]

    @property
    def box(self) -> Box:
        """The box around all polygons."""
        lons = [lon for polygon in self.polygons for lon, _ in polygon[0]]
        lats = [lat for polygon in self.polygons for _, lat in polygon[0]]
        return Box(min(lons), min(lats), max(lons), max(lats))

    def contains(self, lon: float, lat: float) -> bool:
        """Whether the point lies inside; of two neighbours sharing an edge, exactly one contains a point on it."""
        return sum(lon < crossing for crossing in self._crossings(lat)) % 2 == 1

    def point_inside(self) -> Position:
        """A point surely inside, for a label or a pin: the middle of the widest stretch at half height."""
        box = self.box
        middle = (box.south + box.north) / 2
        crossings = sorted(self._crossings(middle))
        stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
        if not stretches:
            return (box.west + box.east) / 2, middle
        west, east = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
        return (west + east) / 2, middle

    def _crossings(self, lat: float) -> Iterator[float]:
        """Longitudes at which some edge crosses the parallel."""
        for polygon in self.polygons:
            for ring in polygon:
                for (lon1, lat1), (lon2, lat2) in pairwise(ring):
                    if (lat1 > lat) != (lat2 > lat):
                        yield lon1 + (lat - lat1) / (lat2 - lat1) * (lon2 - lon1)


def read_outline(geometry: Mapping[str, Any]) -> Outline:
    """The outline in a GeoJSON Polygon or MultiPolygon; refuses anything else, saying what is wrong with it."""
    try:
        polygons = _polygons(geometry)
        outline = Outline(tuple([_ring(ring) for ring in polygon] for polygon in polygons))
    except (TypeError, ValueError, KeyError, IndexError):
        raise _unusable(_SHAPELESS) from None
    if not outline.polygons or not all(outline.polygons):
        raise _unusable(_SHAPELESS)
    if sum(len(ring) for polygon in outline.polygons for ring in polygon) > MOST_POSITIONS:
        raise _unusable(_TOO_DETAILED)
    return outline


def _polygons(geometry: Mapping[str, Any]) -> list[Any]:
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "Polygon":
        return [coordinates]
    if kind == "MultiPolygon":
        return list(coordinates)
    raise _unusable(_WRONG_TYPE)


def _ring(positions: Any) -> Ring:
    ring = [(float(position[0]), float(position[1])) for position in positions]
    if not all(isfinite(lon) and isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90 for lon, lat in ring):
        raise _unusable(_OFF_THE_EARTH)
    if len(ring) < 4 or ring[0] != ring[-1]:
        raise _unusable(_OPEN_RING)
    return ring


def _unusable(sentence: Words) -> Invalid:
    return Invalid(sentence, fields={"geometry": sentence})


_WRONG_TYPE = say(
    "An outline must be a GeoJSON Polygon or MultiPolygon. Export it again as polygons.",
    "边界必须是 GeoJSON 的 Polygon 或 MultiPolygon，请重新导出为面。",
)
_SHAPELESS = say("This outline cannot be read as GeoJSON. Export it again.", "这个边界不是可读的 GeoJSON，请重新导出。")
_OPEN_RING = say(
    "Each ring of an outline needs at least four points and must end where it began. Close the shape.",
    "边界的每个环至少要有四个点，并且首尾相接，请把图形闭合。",
)
_OFF_THE_EARTH = say(
    "A longitude lies between -180 and 180, a latitude between -90 and 90. Check the order: longitude first.",
    "经度应在 -180 至 180 之间，纬度应在 -90 至 90 之间；请检查顺序，经度在前。",
)
_TOO_DETAILED = say("This outline has more than 50,000 points. Simplify it first.", "这个边界超过 5 万个点，请先简化。")
