"""Two texts side by side: what was taken out and what was put in, word by word, for eyes and for screen readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
"""Latin words and numbers whole, everything else sign by sign: Chinese has no spaces to cut at."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: `kept` on both sides, `out` on the left alone, `new` on the right alone."""

    change: str
    text: str


def differing(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """The pieces of both texts, in order; joined again they are the texts."""
    left, right = _WORD.findall(before), _WORD.findall(after)
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return list(_side(left, steps, "out", at=1)), list(_side(right, steps, "new", at=3))


def _side(
    words: list[str], steps: Sequence[tuple[str, int, int, int, int]], change: str, *, at: int
) -> Iterator[Piece]:
    for step in steps:
        text = "".join(words[int(step[at]) : int(step[at + 1])])
        if text:
            yield Piece("kept" if step[0] == "equal" else change, text)
