"""Places drawn flat: the parts of one as links, and an outline not yet saved beside what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from linli.domains.places.queries import MapShape
from linli.domains.places.queries.sketching import Sketch, shifted
from linli.domains.places.spots import Spot
from linli.kernel.geo.datums import Datum, convert
from linli.kernel.geo.drawing import Sheet, around, sheet_for
from linli.kernel.geo.outlines import Box, Outline, read_outline
from linli.kernel.words import Words

WIDTH, TALLEST = 560, 480
LETTER, LINE = 13, 16
"""Units a Chinese character is wide, and a name is high."""


@dataclass(frozen=True)
class Area:
    """One place on the map; where `path` is empty a pin stands at (x, y)."""

    words: Words
    href: str
    path: str
    x: float
    y: float
    named: bool
    current: bool = False


@dataclass(frozen=True)
class Drawing:
    """A map and its size in units; `ground` is the whole's own outline, below its parts."""

    width: float
    height: float
    areas: Sequence[Area]
    ground: str = ""


@dataclass(frozen=True)
class SketchDrawing:
    """A new outline beside the present ones."""

    width: float
    height: float
    parent: str
    beside: Sequence[Area]
    old: str
    new: str


def draw_parts(whole: MapShape, shapes: Sequence[MapShape]) -> Drawing | None:
    """A place and what lies right below it; None where neither lies anywhere."""
    known = [(shape.spot, _outline(shape)) for shape in (whole, *shapes)]
    box = around(_box(spot, outline) for spot, outline in known if spot.lon is not None)
    if box is None:
        return None
    sheet = sheet_for(box, width=WIDTH, tallest=TALLEST)
    (_, ground), *parts = known
    areas = [_area(sheet, spot, outline, current=spot.id == whole.spot.id) for spot, outline in parts]
    return Drawing(sheet.width, sheet.height, areas, sheet.path(ground) if ground else "")


def draw_sketch(sketch: Sketch) -> SketchDrawing:
    """The sketch with its neighbours and its parent."""
    near = [sketch.new, *filter(None, [sketch.old]), *(each.outline for each in sketch.beside)]
    box = around(outline.box for outline in near) or sketch.new.box
    sheet = sheet_for(box, width=WIDTH, tallest=TALLEST)
    return SketchDrawing(
        sheet.width,
        sheet.height,
        sheet.path(sketch.parent.outline) if sketch.parent else "",
        [_area(sheet, each.spot, each.outline) for each in sketch.beside],
        sheet.path(sketch.old) if sketch.old else "",
        sheet.path(sketch.new),
    )


def _area(sheet: Sheet, spot: Spot, outline: Outline | None, *, current: bool = False) -> Area:
    x, y = sheet.spot(*(outline.point_inside() if outline else _centre(spot)))
    path = sheet.path(outline) if outline else ""
    named = _fits(sheet, outline, str(spot.words)) if outline else False
    return Area(spot.words, reverse("office:places:one", args=[spot.id]), path, x, y, named, current)


def _fits(sheet: Sheet, outline: Outline, name: str) -> bool:
    """Whether the name can be read inside: Latin letters are about half as wide as Chinese ones."""
    west, north = sheet.spot(outline.box.west, outline.box.north)
    east, south = sheet.spot(outline.box.east, outline.box.south)
    wide = sum(LETTER if ord(letter) > 0x2E80 else LETTER * 0.58 for letter in name)
    return east - west >= wide and south - north >= LINE


def _outline(shape: MapShape) -> Outline | None:
    return shifted(read_outline(shape.geometry), shape.spot.datum) if shape.geometry else None


def _box(spot: Spot, outline: Outline | None) -> Box:
    lon, lat = _centre(spot)
    return outline.box if outline else Box(lon, lat, lon, lat)


def _centre(spot: Spot) -> tuple[float, float]:
    return convert(spot.lon or 0, spot.lat or 0, from_=spot.datum, to=Datum.GCJ02)
