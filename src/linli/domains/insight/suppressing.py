"""Small counts are not told, nor can they be worked out from those that are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

Key = TypeVar("Key")


def suppressed(counts: Mapping[Key, int], *, least: int) -> dict[Key, int | None]:
    """The counts with None for those below `least`, and for the next ones until the hidden ones hide each other.

    One alone would be the whole less the others: so at least two are hidden, which together are `least` or more.
    """
    hidden = {key for key, count in counts.items() if count < least}
    if hidden:
        rest = sorted((key for key in counts if key not in hidden), key=lambda key: (counts[key], str(key)))
        while rest and (len(hidden) < 2 or sum(counts[key] for key in hidden) < least):
            hidden.add(rest.pop(0))
    return {key: None if key in hidden else count for key, count in counts.items()}
