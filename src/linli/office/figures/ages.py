"""What is open as bars by age: the older, the darker the band."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from linli.domains.requests.figures.queries import AGES, Standing
from linli.kernel.words import Words, say


@dataclass(frozen=True)
class Age:
    """One band: its words, how many, and its bar's length in hundredths of the longest."""

    words: Words
    count: int
    width: float


def _bands() -> Iterator[Words]:
    yield say("Less than {n} days", "不到 {n} 天", n=AGES[0])
    for first, last in pairwise(AGES):
        yield say("{first} to {last} days", "{first}–{last} 天", first=first, last=last)
    yield say("More than {n} days", "{n} 天以上", n=AGES[-1])


BANDS = tuple(_bands())
"""The bands in words, the youngest first."""


def ages(standing: Standing) -> Iterator[Age]:
    """The bands with what is in them."""
    longest = max(standing.ages) or 1
    for words, count in zip(BANDS, standing.ages, strict=True):
        yield Age(words, count, 100 * count / longest)
