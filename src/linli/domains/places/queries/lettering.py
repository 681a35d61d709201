"""What is written into a place on a map: its name where it can be read there, its number alone, or two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LETTER, LATIN, LINE = 13, 0.58, 16
"""Units a Chinese character is wide, how much of that a Latin letter takes, and how high a line is."""
ROOM = 30
"""A place narrower than this takes a number at most."""
MARGIN = 8
"""What stays free beside a name, left and right together."""
STEP = 1.15
"""From line to line, in em."""
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of writing, `dy` em below the middle of its place."""

    text: str
    dy: float
    small: bool = False


def lettering(name: str, *, wide: float, high: float) -> Sequence[str]:
    """The lines that can be read where it is this wide and high; none where none can."""
    return next((lines for lines in _ways(name) if _fit(lines, wide=wide, high=high)), ())


def stacked(texts: Sequence[str], *, note: str = "") -> Sequence[Line]:
    """These lines around the middle, a small note below them; a note without a name is not written."""
    lines = [(text, False) for text in texts] + ([(note, True)] if texts and note else [])
    middle = (len(lines) - 1) / 2
    return [Line(text=text, dy=(at - middle) * STEP, small=small) for at, (text, small) in enumerate(lines)]


def _ways(name: str) -> Iterator[Sequence[str]]:
    yield (name,)
    if number := NUMBER.search(name):
        yield (number[0],)
    elif " " in name:
        yield name.rsplit(" ", 1)


def _fit(lines: Sequence[str], *, wide: float, high: float) -> bool:
    needed = max(_width(line) for line in lines)
    least = 0 if lines[0].isdigit() else ROOM
    return wide >= max(needed + MARGIN, least) and high >= LINE * len(lines)


def _width(text: str) -> float:
    return sum(LETTER if ord(letter) > 0x2E80 else LETTER * LATIN for letter in text)
