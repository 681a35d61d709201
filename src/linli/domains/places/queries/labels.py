"""How a place is said in a line: "柳荫社区3号楼", "Building 3, Liuyin community"."""

from __future__ import annotations

from collections.abc import Iterable

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import ancestors
from linli.kernel.words import Words

LINE = frozenset(kind for kind in PlaceKind if kind not in (PlaceKind.GRID,))
"""Grids are the office's own division; residents say community and building."""


def label(path: str) -> Words:
    """One place said in a line."""
    return labels([path])[path]


def labels(paths: Iterable[str], *, from_: PlaceKind = PlaceKind.COMMUNITY) -> dict[str, Words]:
    """Each path said in a line that starts at `from_` or, for a wider place, at the place itself; one statement.

    Grids are left out except where the place is a grid; unknown paths are left out of the answer.
    """
    asked = set(paths)
    needed = {above for path in asked for above in ancestors(path)}
    rows = Place.objects.filter(path__in=needed).values_list("path", "kind", "name", "name_en")
    known = {path: (PlaceKind(kind), name, name_en or name) for path, kind, name, name_en in rows}
    return {path: _line(path, known, from_) for path in asked if path in known}


def _line(path: str, known: dict[str, tuple[PlaceKind, str, str]], from_: PlaceKind) -> Words:
    parts = [
        known[above][1:]
        for above in ancestors(path)
        if above == path or (known[above][0].rank >= from_.rank and known[above][0] in LINE)
    ]
    return Words(en=", ".join(en for _, en in reversed(parts)), zh="".join(zh for zh, _ in parts))
