"""Searching for words that residents use, as often as they use them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from statistics import median, quantiles
from urllib.parse import quote

from linli.bench.figures import MS, Measured
from linli.bench.serving import Visitor
from linli.bench.stand import WARMING, Ask, Stand
from linli.bench.texts import texts

MEDIAN, P95 = 18.0, 35.0
WORDS, FEW = 200, 10
LENGTHS = (2, 2, 2, 3, 4)
FIRST, LAST = "一", "龥"
SIGNALEN = 900.0
"""Milliseconds Signalen 2.50 takes for a keyword, at 200,000 reports."""


def measure(stand: Stand) -> Iterator[Measured]:
    """Two hundred words, each weighing what it took, for whoever sees the whole subdistrict."""
    machine = stand.as_machine(stand.neighbourhood.dispatcher)
    asks = [_search(machine, word) for word in words(FEW if stand.small else WORDS)]
    for ask in asks[:WARMING]:
        ask(0)
    costs = [rounds.least.whole for rounds in stand.each(asks, "words")]
    yield Measured("median of 200 words", median(costs), MS, MEDIAN)
    yield Measured("p95 of 200 words", quantiles(costs, n=20)[-1], MS, P95)
    yield Measured("dearest of 200 words", max(costs), MS)
    yield Measured("keyword: Signalen's", SIGNALEN, MS)


def _search(machine: Visitor, word: str) -> Ask:
    return lambda _: machine.get(f"/api/v1/requests/search?words={quote(word)}")


def words(count: int) -> Iterator[str]:
    """Words of two to four characters, each as likely as it is frequent in what residents wrote; always the same."""
    random = Random(0)  # noqa: S311 - the same words every time
    written = texts()
    while count:
        text, length = random.choice(written), random.choice(LENGTHS)
        start = random.randrange(len(text))
        word = text[start : start + length]
        if len(word) == length and all(FIRST <= character <= LAST for character in word):
            count -= 1
            yield word
