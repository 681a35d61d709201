"""Outlines drawn flat for SVG: north up, true to shape over a town, in units of the drawing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from linli.kernel.geo.outlines import Box, Outline
from linli.kernel.geo.simplifying import simplify

Spot = tuple[float, float]
"""Across and down, in units of the drawing, from its upper left corner."""

SMALLEST = 1e-4
"""Degrees: a box around a single point is still about ten metres wide."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing of a box on the earth: `width` × `height` units, `scale` units a degree of latitude."""

    box: Box
    width: float
    height: float
    scale: float
    margin: float

    def spot(self, lon: float, lat: float) -> Spot:
        """Where a point of the earth lies on the sheet."""
        across = (lon - self.box.west) * _shrink(self.box) * self.scale + self.margin
        return across, (self.box.north - lat) * self.scale + self.margin

    def path(self, outline: Outline, *, tolerance: float = 0.25) -> str:
        """The outline as the `d` of an SVG path, to a tenth of a unit; draw it with fill-rule evenodd.

        Points are left out where the line then moves by `tolerance` units at most; by default nobody sees it.
        """
        rings = [ring for polygon in outline.polygons for ring in polygon]
        return "".join(self._ring(ring, tolerance) for ring in rings)

    def _ring(self, ring: Iterable[Spot], tolerance: float) -> str:
        spots = simplify([self.spot(lon, lat) for lon, lat in ring], tolerance=tolerance)
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spots) + "Z"


def sheet_for(box: Box, *, width: float, tallest: float, margin: float = 8) -> Sheet:
    """A sheet `width` units wide that shows the whole box; narrower where that would be taller than `tallest`."""
    east_west = max(box.east - box.west, SMALLEST) * _shrink(box)
    north_south = max(box.north - box.south, SMALLEST)
    scale = min((width - 2 * margin) / east_west, (tallest - 2 * margin) / north_south)
    return Sheet(box, east_west * scale + 2 * margin, north_south * scale + 2 * margin, scale, margin)


def around(boxes: Iterable[Box]) -> Box | None:
    """The smallest box that holds them all; None where there are none."""
    held = list(boxes)
    if not held:
        return None
    return Box(
        min(box.west for box in held),
        min(box.south for box in held),
        max(box.east for box in held),
        max(box.north for box in held),
    )


def _shrink(box: Box) -> float:
    """How much shorter a degree of longitude is than one of latitude here."""
    return max(cos(radians((box.north + box.south) / 2)), 0.01)
