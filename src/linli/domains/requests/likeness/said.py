"""A message as it is compared: its grams, those of its beginning and title apart, and when it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from linli.kernel.text import grams

LEAD = 80
"""Characters of a text that, with its title, say what it is about; what follows is often courtesy and law."""

LONGEST = 4_000
"""Characters that are compared: nobody needs more to say what is wrong."""

TITLE = 40
"""Characters of a text that stand for its title where it has none."""

FEWEST = 6
"""Grams of letters below which a text says too little to be compared."""


@dataclass(frozen=True)
class Said:
    """Sets of grams: of the title, of title and beginning, of everything."""

    title: frozenset[int]
    lead: frozenset[int]
    whole: frozenset[int]
    at: datetime

    @classmethod
    def of(cls, text: str, *, at: datetime, title: str = "") -> Said:
        """What a text says, under a title of its own or its first words."""
        head, words = _parted(text, title)
        return cls(_letters(head), _letters(f"{head}\n{words[:LEAD]}"), _letters(f"{head}\n{words}"), at)

    @classmethod
    def of_title(cls, title: str, *, at: datetime) -> Said:
        """What a title alone says."""
        only = _letters(title)
        return cls(only, only, only, at)

    @property
    def enough(self) -> bool:
        """Whether there is something to compare."""
        return len(self.whole) >= FEWEST


def lead_of(text: str, *, title: str = "") -> frozenset[int]:
    """The grams of title and beginning alone, as `Said.of` has them."""
    head, words = _parted(text, title)
    return _letters(f"{head}\n{words[:LEAD]}")


def _parted(text: str, title: str) -> tuple[str, str]:
    words = "".join(text[:LONGEST].split())
    return title or words[:TITLE], words


def _letters(text: str) -> frozenset[int]:
    """The grams of a text's letters and digits; signs between them part words and tell nothing."""
    parts = "".join(sign if sign.isalnum() else " " for sign in text).split()
    return frozenset(gram for part in parts for gram in grams(part))
