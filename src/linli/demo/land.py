"""The land of the demo: a subdistrict of five communities, fifteen grids, seventy-five buildings; the map closes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""Corners from the south-west, counter-clockwise, in metres from the map's corner."""

WEST, SOUTH = 116.318, 39.874
"""Where the map's corner is put (GCJ-02); nobody lives at these streets."""
METRE_LON, METRE_LAT = 1 / 85_300, 1 / 111_000

GRIDS, BUILDINGS, ENTRANCES = 3, 5, 3


@dataclass(frozen=True)
class Community:
    """A community's names and its corners."""

    code: str
    zh: str
    en: str
    corners: Quad


A, B, C = (0.0, 40.0), (690.0, 0.0), (1320.0, 60.0)
D, E, F = (30.0, 610.0), (640.0, 560.0), (1290.0, 640.0)
G, H, I_ = (90.0, 1130.0), (600.0, 1180.0), (1240.0, 1100.0)
J, K = (1880.0, 20.0), (1820.0, 1090.0)

COMMUNITIES = (
    Community("willow", "柳荫社区", "Willow", (A, B, E, D)),
    Community("poplar", "白杨社区", "Poplar", (B, C, F, E)),
    Community("ginkgo", "银杏社区", "Ginkgo", (D, E, H, G)),
    Community("locust", "槐花社区", "Locust", (E, F, I_, H)),
    Community("apple", "海棠社区", "Crabapple", (C, J, K, I_)),
)
OUTLINE = (A, B, C, J, K, I_, H, G, D)


def places() -> list[NewPlace]:
    """Every place, parents before children."""
    district = NewPlace(PlaceKind.DISTRICT, "柳河区", name_en="Liuhe District")
    subdistrict = NewPlace(
        PlaceKind.SUBDISTRICT, "柳荫街道", district.id, "Liuyin Subdistrict", geometry=_polygon(OUTLINE)
    )
    found = [district, subdistrict]
    for community in COMMUNITIES:
        found += _community(community, subdistrict)
    return found


def _community(community: Community, subdistrict: NewPlace) -> Iterator[NewPlace]:
    top = NewPlace(
        PlaceKind.COMMUNITY,
        community.zh,
        subdistrict.id,
        f"{community.en} Community",
        geometry=_polygon(community.corners),
    )
    yield top
    for strip in range(GRIDS):
        low, high = strip / GRIDS, (strip + 1) / GRIDS
        corners = _cut(community.corners, low, high, 0, 1)
        number = strip + 1
        grid = NewPlace(PlaceKind.GRID, f"第{number}网格", top.id, f"Grid {number}", geometry=_polygon(corners))
        yield grid
        yield from _buildings(grid, corners, first=strip * BUILDINGS + 1)


def _buildings(grid: NewPlace, corners: Quad, *, first: int) -> Iterator[NewPlace]:
    for row in range(BUILDINGS):
        south = 0.06 + row * 0.188
        number = first + row
        outline = _cut(corners, 0.22, 0.78, south, south + 0.085)
        building = NewPlace(
            PlaceKind.BUILDING, f"{number}号楼", grid.id, f"Building {number}", geometry=_polygon(outline)
        )
        yield building
        for entrance in range(1, ENTRANCES + 1):
            yield NewPlace(PlaceKind.UNIT, f"{entrance}单元", building.id, f"Entrance {entrance}")


def _cut(quad: Quad, west: float, east: float, south: float, north: float) -> Quad:
    """The part of a quadrilateral between two shares of its width and of its height."""
    return (
        _inside(quad, west, south),
        _inside(quad, east, south),
        _inside(quad, east, north),
        _inside(quad, west, north),
    )


def _inside(quad: Quad, right: float, up: float) -> Point:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = quad
    shares = ((1 - right) * (1 - up), right * (1 - up), right * up, (1 - right) * up)
    return (
        sum(share * x for share, x in zip(shares, (ax, bx, cx, dx), strict=True)),
        sum(share * y for share, y in zip(shares, (ay, by, cy, dy), strict=True)),
    )


def _polygon(corners: tuple[Point, ...]) -> dict[str, Any]:
    ring = [[round(WEST + x * METRE_LON, 6), round(SOUTH + y * METRE_LAT, 6)] for x, y in (*corners, corners[0])]
    return {"type": "Polygon", "coordinates": [ring]}
