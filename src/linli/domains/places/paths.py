"""A place's path: every ancestor's number and its own, so that a subtree is one range and ancestors need no walk.

A path reads `"1.4.b."`: numbers among siblings in base 36, each closed by a dot. Sorted bytewise ("C" collation),
everything at or below `p` lies from `p` up to `p` with its last dot replaced by `/`, the next character.
"""

from __future__ import annotations

from django.db.models import Q

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def segment(number: int) -> str:
    """The number of a place among its siblings (1, 2, …) as it stands in a path."""
    digits = ""
    while number:
        number, last = divmod(number, 36)
        digits = DIGITS[last] + digits
    return digits + "."


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


def natural_order(path: str) -> tuple[int, ...]:
    """A sort key that keeps siblings in the order they were added (bytewise, ten would come before two)."""
    return tuple(int(part, 36) for part in path.split(".")[:-1])


def community_of(path: str) -> str:
    """The path of the community a place lies in (district, subdistrict, community); a wider place is its own."""
    return ".".join(path.split(".")[:3]).rstrip(".") + "."
