"""A place's path: every ancestor's number and its own, so that a subtree is one range and ancestors need no walk.

A path reads `"s1.c4.b2a."`: for each level the letter of its kind and its number among all siblings in base 36, then
a dot. Sorted bytewise ("C" collation), everything at or below `p` lies from `p` up to `p` with its last dot replaced
by `/`, the next character. The letters tell the levels apart without asking the database.
"""

from __future__ import annotations

from django.db.models import Q

from linli.domains.places.kinds import PlaceKind

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
KIND_BY_LETTER = {kind.letter: kind for kind in PlaceKind}


def segment(kind: PlaceKind, number: int) -> str:
    """A place's part of the path: its kind and its number (1, 2, …) among its siblings."""
    digits = ""
    while number:
        number, last = divmod(number, 36)
        digits = DIGITS[last] + digits
    return f"{kind.letter}{digits}."


def below(path: str, *, field: str = "path") -> Q:
    """Rows whose `field` is at or below `path`: the same as `startswith`, but always one index range."""
    if not path.endswith("."):
        raise ValueError("a path ends with a dot; an empty one would mean everywhere")
    return Q(**{f"{field}__gte": path, f"{field}__lt": path[:-1] + "/"})


def ancestors(path: str) -> list[str]:
    """Paths from the root down to and including `path`."""
    parts = path.split(".")[:-1]
    return [".".join(parts[: depth + 1]) + "." for depth in range(len(parts))]


def parent_of(path: str) -> str:
    """The path one level up; empty for a root."""
    return path[: path.rstrip(".").rfind(".") + 1]


def kind_of(path: str) -> PlaceKind:
    """What kind of place the path leads to."""
    return KIND_BY_LETTER[path[len(parent_of(path))]]


def community_of(path: str) -> str:
    """The path of the community a place lies in; of a wider place, its own path."""
    return _no_deeper_than(path, PlaceKind.COMMUNITY)


def building_of(path: str) -> str:
    """As much of the path as may stand in public: down to the building, never which home."""
    return _no_deeper_than(path, PlaceKind.BUILDING)


def _no_deeper_than(path: str, kind: PlaceKind) -> str:
    while kind_of(path).rank > kind.rank:
        path = parent_of(path)
    return path


def natural_order(path: str) -> tuple[int, ...]:
    """A sort key that keeps siblings in the order they were added (bytewise, ten would come before two)."""
    return tuple(int(part[1:], 36) for part in path.split(".")[:-1])
