"""Fewer points for the same line to the eye (Ramer 1972, Douglas & Peucker 1973)."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

Point = tuple[float, float]


def simplify(line: Sequence[Point], *, tolerance: float) -> list[Point]:
    """The line with as few of its points as keep every one left out within `tolerance` of what is drawn.

    Ends stay. A ring (last point = first) that would shrink to less than a triangle stays as it is, so that nothing
    vanishes. Two neighbours simplified apart may drift from each other by `tolerance`: keep it below what is seen.
    """
    kept = {0, len(line) - 1}
    stretches = [(0, len(line) - 1)]
    while stretches:
        first, last = stretches.pop()
        farthest, distance = _farthest(line, first, last)
        if distance > tolerance:
            kept.add(farthest)
            stretches += [(first, farthest), (farthest, last)]
    if line and line[0] == line[-1] and len(kept) < 4:
        return list(line)
    return [line[index] for index in sorted(kept) if line]


def _farthest(line: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    """The point between two of the line's that lies farthest from the straight stretch joining them."""
    found = (first, 0.0)
    for index in range(first + 1, last):
        distance = _distance(line[index], line[first], line[last])
        if distance > found[1]:
            found = index, distance
    return found


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the nearest point of a stretch."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = x * x + y * y
    along = ((point[0] - start[0]) * x + (point[1] - start[1]) * y) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    return hypot(point[0] - start[0] - along * x, point[1] - start[1] - along * y)
