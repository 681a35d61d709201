"""An outline not yet saved, drawn beside what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linli.domains.places.queries.plans import Area, area_on
from linli.domains.places.queries.sketching import Sketch
from linli.kernel.geo.drawing import around, sheet_for

WIDTH, TALLEST = 560, 480


@dataclass(frozen=True)
class SketchDrawing:
    """A new outline beside the present ones."""

    width: float
    height: float
    parent: str
    beside: Sequence[Area]
    old: str
    new: str


def draw_sketch(sketch: Sketch) -> SketchDrawing:
    """The sketch with its neighbours and its parent."""
    near = [sketch.new, *filter(None, [sketch.old]), *(each.outline for each in sketch.beside)]
    box = around(outline.box for outline in near) or sketch.new.box
    sheet = sheet_for(box, width=WIDTH, tallest=TALLEST)
    return SketchDrawing(
        sheet.width,
        sheet.height,
        sheet.path(sketch.parent.outline) if sketch.parent else "",
        [area_on(sheet, each.spot, each.outline) for each in sketch.beside],
        sheet.path(sketch.old) if sketch.old else "",
        sheet.path(sketch.new),
    )
