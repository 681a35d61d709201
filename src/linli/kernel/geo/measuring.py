"""How large an outline is: good to a fraction of a percent over a town, which is what a check by eye needs."""

from __future__ import annotations

from itertools import pairwise
from math import cos, radians

from linli.kernel.geo.outlines import Outline, Ring

METRES_A_DEGREE = 111_195.0
"""Of latitude, on a sphere of 6,371 km."""


def square_metres(outline: Outline) -> float:
    """The area of all polygons without their holes."""
    shrink = cos(radians((outline.box.south + outline.box.north) / 2))
    degrees = sum(
        abs(_doubled(polygon[0])) - sum(abs(_doubled(hole)) for hole in polygon[1:]) for polygon in outline.polygons
    )
    return abs(degrees) / 2 * METRES_A_DEGREE**2 * shrink


def _doubled(ring: Ring) -> float:
    """Twice the signed area, in square degrees (shoelace)."""
    return sum(lon1 * lat2 - lon2 * lat1 for (lon1, lat1), (lon2, lat2) in pairwise(ring))
