"""Maps drawn on the server: every area a link, its name in it where there is room, the same places listed beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from linli.design.shapes import Text
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import MapShape
from linli.domains.places.queries.lettering import Line, stacked
from linli.domains.places.queries.plans import Area as Drawn
from linli.domains.places.queries.plans import plan
from linli.domains.places.spots import Spot

WIDTH, TALLEST = 360, 460
"""Units of the drawing: about a phone's pixels, so that names are readable there."""
WHOLE = (PlaceKind.COMMUNITY,)
WITHIN = (PlaceKind.GRID, PlaceKind.BUILDING)


@dataclass(frozen=True, kw_only=True)
class Area:
    """One place on the map: where it lies, where it leads, what is said of it; `shade` is 0 to 4."""

    drawn: Drawn
    href: str
    note: Text
    current: bool
    shade: int

    @property
    def lines(self) -> Sequence[Line]:
        """What is written inside."""
        return stacked(self.drawn.written, note=str(self.note))

    @property
    def label(self) -> str:
        """What is read out."""
        return f"{self.drawn.place.words}: {self.note}" if self.note else str(self.drawn.place.words)


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """The map and its size in units."""

    width: float
    height: float
    areas: Sequence[Area]


def draw(
    shapes: Sequence[MapShape],
    *,
    href: Callable[[Spot], str],
    current: str = "",
    note: Callable[[Spot], Text] = lambda spot: "",
    shade: Callable[[Spot], int] = lambda spot: 0,
) -> Drawing | None:
    """These places; None where none of them lies anywhere."""
    found = plan(shapes, width=WIDTH, tallest=TALLEST)
    if found is None:
        return None
    areas = [
        Area(
            drawn=each,
            href=href(each.place),
            note=note(each.place),
            current=each.place.path == current,
            shade=shade(each.place),
        )
        for each in found.areas
    ]
    return Drawing(width=found.width, height=found.height, areas=areas)
