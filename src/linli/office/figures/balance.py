"""The balance as a bar: how much of what was received is open, and what became of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linli.domains.requests.figures.queries import Balance
from linli.kernel.words import Words, say

OPEN = say("Open", "在办")


@dataclass(frozen=True)
class Part:
    """One part of the bar, in hundredths of its length; `look` names its colour."""

    words: Words
    count: int
    look: str
    start: float
    width: float


def parts(balance: Balance) -> Iterator[Part]:
    """The parts side by side, the open ones first; those of nothing are left out of the bar, not of the words."""
    counts = [(OPEN, "open", balance.open), *((state.words, state.code, n) for state, n in balance.apart.items())]
    start = 0.0
    for words, look, count in counts:
        width = 100 * count / balance.received if balance.received else 0.0
        yield Part(words, count, look, start, width)
        start += width
