"""Places drawn flat on a sheet: outlines and pins, with the name where it can be read inside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linli.domains.places.queries.lettering import Line, lettering, stacked
from linli.domains.places.queries.maps import MapShape
from linli.domains.places.queries.sketching import shifted
from linli.domains.places.spots import Spot
from linli.kernel.geo.datums import Datum, convert
from linli.kernel.geo.drawing import Sheet, around, sheet_for
from linli.kernel.geo.outlines import Box, Outline, read_outline


@dataclass(frozen=True, kw_only=True, slots=True)
class Area:
    """One place on the sheet. `path` draws its outline; where that is empty, a pin stands at (x, y).

    `written` is what can be read inside, line by line.
    """

    place: Spot
    path: str
    x: float
    y: float
    written: Sequence[str] = ()

    @property
    def lines(self) -> Sequence[Line]:
        """What is written, around (x, y)."""
        return stacked(self.written)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A sheet and its size in units; `ground` is the whole's own outline, below its parts."""

    width: float
    height: float
    areas: Sequence[Area]
    ground: str = ""


def plan(shapes: Sequence[MapShape], *, whole: MapShape | None = None, width: float, tallest: float) -> Plan | None:
    """These places, wide ones below narrow ones; None where none of them lies anywhere."""
    outlined = [(shape.spot, _outline(shape)) for shape in sorted(shapes, key=lambda shape: shape.spot.kind.rank)]
    ground = _outline(whole) if whole else None
    boxes = [_box(spot, outline) for spot, outline in outlined if outline or spot.lon is not None]
    box = around([*boxes, ground.box] if ground else boxes)
    if box is None:
        return None
    sheet = sheet_for(box, width=width, tallest=tallest)
    covered = _above(spot.path for spot, _ in outlined)
    areas = [area_on(sheet, spot, outline, covered=spot.path in covered) for spot, outline in outlined]
    return Plan(width=sheet.width, height=sheet.height, areas=areas, ground=sheet.path(ground) if ground else "")


def area_on(sheet: Sheet, spot: Spot, outline: Outline | None, *, covered: bool = False) -> Area:
    """One place on a sheet, its outline in GCJ-02; where others are drawn inside, they would hide its name."""
    x, y = sheet.spot(*(outline.point_inside() if outline else _centre(spot)))
    path = sheet.path(outline) if outline else ""
    written = _written(sheet, outline, str(spot.words)) if outline and not covered else ()
    return Area(place=spot, path=path, x=x, y=y, written=written)


def _above(paths: Iterable[str]) -> set[str]:
    """The paths that lie above one of these."""
    return {path[: dot + 1] for path in paths for dot, sign in enumerate(path[:-1]) if sign == "."}


def _outline(shape: MapShape) -> Outline | None:
    return shifted(read_outline(shape.geometry), shape.spot.datum) if shape.geometry else None


def _box(spot: Spot, outline: Outline | None) -> Box:
    lon, lat = _centre(spot)
    return outline.box if outline else Box(lon, lat, lon, lat)


def _centre(spot: Spot) -> tuple[float, float]:
    return convert(spot.lon or 0, spot.lat or 0, from_=spot.datum, to=Datum.GCJ02)


def _written(sheet: Sheet, outline: Outline, name: str) -> Sequence[str]:
    west, north = sheet.spot(outline.box.west, outline.box.north)
    east, south = sheet.spot(outline.box.east, outline.box.south)
    return lettering(name, wide=east - west, high=south - north)
