"""The three rates as figures: a sentence that says what each means, with what it was made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linli.domains.requests.figures.queries import Rate, ThreeRates
from linli.kernel.words import Words, say


@dataclass(frozen=True)
class Shown:
    """One figure, as the component takes it."""

    sentence: Words
    value: str
    part: int
    whole: int


def shown(rates: ThreeRates) -> Iterator[Shown]:
    """Contacted, solved, satisfied; a rate of nothing is a dash, never a hundred."""
    yield _figure(say("of residents called were reached (response)", "响应率：回访联系上的居民"), rates.contacted)
    yield _figure(say("of those reached say it is solved", "解决率：联系上的居民说解决了"), rates.solved)
    yield _figure(say("of those reached are satisfied", "满意率：联系上的居民表示满意"), rates.satisfied)


def _figure(sentence: Words, rate: Rate) -> Shown:
    value = "–" if rate.share is None else f"{100 * rate.share:.1f}"
    return Shown(sentence, value, rate.numerator, rate.denominator)
