"""Whether two messages are about the same matter at the same place: a few overlaps, weighed.

The weights were learned from half of 300 pairs of real messages labelled by hand; docs/benchmarks/duplicates.md says
how the pairs were chosen and labelled, and `linli bench duplicates` measures the other half.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, log1p, sqrt

from linli.domains.requests.likeness.weighing import Part, Weighed

DAY = 86_400


@dataclass(frozen=True)
class Judge:
    """Weights, the first of them standing alone, and from which sum on two messages count as the same matter."""

    weights: Sequence[float]
    enough: float

    def score(self, features: Sequence[float]) -> float:
        """Above zero where they are about the same matter; the more, the surer."""
        first, *others = self.weights
        return first + sum(weight * value for weight, value in zip(others, features, strict=True)) - self.enough


WHOLE = Judge((8.17, 2.12, 1.22, 0.84, -1.31, -0.62, 2.38, -1.63), 0.5)
TITLE_ALONE = Judge((5.94, -0.41, 0.43, 1.24, 2.06, -3.45), 0.7)


def likeness(one: Weighed, other: Weighed) -> float:
    """Of two messages read whole; above zero where a desk would link them."""
    return WHOLE.score(whole_features(one, other))


def likeness_to_title(typed: Weighed, title: Weighed) -> float:
    """Of a message and another's title; above zero where it is worth a neighbour's look."""
    return TITLE_ALONE.score(title_features(typed, title))


def whole_features(one: Weighed, other: Weighed) -> list[float]:
    """What both begin with, rare words both have, titles told again by the other, and the days between."""
    return [
        _near(one.lead, other.lead),
        _held(one.rare, other.rare),
        _held(one.seldom, other.seldom),
        _both(one.rare_lead, other.rare_lead),
        _both(one.common_lead, other.common_lead),
        log(min(_told(one.title, other.whole), _told(other.title, one.whole)) + 0.02),
        _apart(one, other),
    ]


def title_features(typed: Weighed, title: Weighed) -> list[float]:
    """The same as far as a title goes: how much of it is typed, and which of its words."""
    return [
        _near(typed.lead, title.title),
        _held(typed.rare, title.rare),
        _held(typed.seldom, title.seldom),
        log(_told(title.title, typed.whole) + 0.02),
        _apart(typed, title),
    ]


def _near(one: Part, other: Part) -> float:
    """The cosine of both, each gram weighing what it tells."""
    return log((one.square_shared(other) + 1) / sqrt((one.square + 1) * (other.square + 1)))


def _held(one: Part, other: Part) -> float:
    """How much of the smaller side the other has."""
    return log((one.sum_shared(other) + 2) / (min(one.sum, other.sum) + 20))


def _both(one: Part, other: Part) -> float:
    """How much of both sides both have."""
    return log((one.sum_shared(other) + 2) / (sqrt(one.sum * other.sum) + 20))


def _told(title: Part, whole: Part) -> float:
    """How much of a title stands in the other message."""
    return title.square_shared(whole) / (title.square or 1)


def _apart(one: Weighed, other: Weighed) -> float:
    return log1p(abs((one.at - other.at).total_seconds()) / DAY) / 5
