"""Maps drawn on the server: every area a link, its name in it where there is room, the same places listed beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from linli.design.shapes import Text
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import MapShape
from linli.domains.places.spots import Spot
from linli.kernel.geo.datums import Datum, convert
from linli.kernel.geo.drawing import Sheet, around, sheet_for
from linli.kernel.geo.outlines import Box, Outline, read_outline
from linli.kernel.words import Words

WIDTH, TALLEST = 360, 460
"""Units of the drawing: about a phone's pixels, so that names are readable there."""
ROOM = 30
"""An area narrower than this keeps its name for its link alone."""
LETTER, PIN = 12.5, 7


@dataclass(frozen=True, kw_only=True)
class Area:
    """One place on the map. `path` draws its outline; where that is empty, a pin stands at (x, y)."""

    place: Spot
    href: str
    path: str
    x: float
    y: float
    label: Text
    name: Text
    note: Text
    current: bool
    shade: int
    kind: str


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """The map and its size in units."""

    width: float
    height: float
    areas: Sequence[Area]


Tells = Callable[[Spot], Text]


def draw(
    shapes: Sequence[MapShape],
    *,
    href: Callable[[Spot], str],
    current: str = "",
    note: Tells = lambda spot: "",
    shade: Callable[[Spot], int] = lambda spot: 0,
) -> Drawing | None:
    """These places, wide ones below narrow ones; None where none of them lies anywhere. `shade` is 0 to 4."""
    outlines = [(shape, _outline(shape)) for shape in sorted(shapes, key=lambda shape: shape.spot.kind.rank)]
    box = around(_boxes(outlines))
    if box is None:
        return None
    sheet = sheet_for(box, width=WIDTH, tallest=TALLEST)
    return Drawing(
        width=sheet.width,
        height=sheet.height,
        areas=[
            _area(sheet, shape, outline, href=href, current=current, note=note, shade=shade)
            for shape, outline in outlines
        ],
    )


def _area(
    sheet: Sheet,
    shape: MapShape,
    outline: Outline | None,
    *,
    href: Callable[[Spot], str],
    current: str,
    note: Tells,
    shade: Callable[[Spot], int],
) -> Area:
    place = shape.spot
    x, y = sheet.spot(*(outline.point_inside() if outline else _centre(place)))
    return Area(
        place=place,
        href=href(place),
        path=sheet.path(outline) if outline else "",
        x=x,
        y=y,
        label=_label(place.words, note(place)),
        name=place.words if outline and _fits(sheet, outline, str(place.words)) else "",
        note=note(place),
        current=place.path == current,
        shade=shade(place),
        kind=place.kind.value,
    )


def _label(words: Words, note: Text) -> str:
    return f"{words}: {note}" if note else str(words)


def _outline(shape: MapShape) -> Outline | None:
    if not shape.geometry:
        return None
    outline = read_outline(shape.geometry)
    if shape.spot.datum == Datum.GCJ02:
        return outline
    polygons = [[[_point(*at, shape.spot) for at in ring] for ring in polygon] for polygon in outline.polygons]
    return Outline(tuple(polygons))


def _boxes(outlines: Iterable[tuple[MapShape, Outline | None]]) -> Iterable[Box]:
    for shape, outline in outlines:
        lon, lat = _centre(shape.spot)
        yield outline.box if outline else Box(lon, lat, lon, lat)


def _centre(place: Spot) -> tuple[float, float]:
    return _point(place.lon or 0, place.lat or 0, place)


def _point(lon: float, lat: float, place: Spot) -> tuple[float, float]:
    return convert(lon, lat, from_=place.datum, to=Datum.GCJ02)


def _fits(sheet: Sheet, outline: Outline, name: str) -> bool:
    """Whether the name can be read inside: Chinese characters are square, Latin ones about half as wide."""
    box = outline.box
    west, north = sheet.spot(box.west, box.north)
    east, south = sheet.spot(box.east, box.south)
    wide = sum(LETTER if ord(letter) > 0x2E80 else LETTER * 0.56 for letter in name)
    return east - west >= max(wide, ROOM) and south - north >= LETTER


WHOLE = (PlaceKind.COMMUNITY,)
WITHIN = (PlaceKind.GRID, PlaceKind.BUILDING)
