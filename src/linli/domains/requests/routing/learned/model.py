"""A learned model: what it says of a text, how sure it is, and which words decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from linli.domains.requests.routing.learned.calibrating import Certainty, Chances, confidences
from linli.domains.requests.routing.learned.fitting import margins
from linli.domains.requests.routing.learned.pieces import own_pieces, words_of
from linli.domains.requests.routing.learned.rows import Floats, bucket, count, row

MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model says of one text; `sure` is whether it may be suggested, else a person decides alone."""

    label: str
    confidence: float
    sure: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """Weights (buckets × labels) and what turns them into confidence; `trained_on` texts."""

    labels: tuple[str, ...]
    weights: Floats
    seldom: Floats
    certainty: Certainty
    sure_from: float
    trained_on: int

    def answers(self, texts: Sequence[str]) -> tuple[list[str], Chances]:
        """For each text the likeliest label, and the chance that it is the right one."""
        apart = margins(self.weights, [row(count(text), self.seldom) for text in texts])
        return [self.labels[best] for best in apart.argmax(axis=1)], confidences(apart, self.certainty)

    def answer(self, text: str) -> Answer:
        """The likeliest label with the words that spoke for it."""
        (label,), (confidence,) = self.answers([text])
        reasons = self._reasons(text, self.labels.index(label))
        return Answer(label, float(confidence), bool(confidence >= self.sure_from), reasons)

    def _reasons(self, text: str, label: int) -> tuple[str, ...]:
        words = [word for word in dict.fromkeys(words_of(text)) if len(word) > 1]
        spoke = {word: self._weight(word, label) for word in words}
        chosen = sorted((word for word in words if spoke[word] > 0), key=lambda word: -spoke[word])
        return tuple(chosen[:MOST_REASONS])

    def _weight(self, word: str, label: int) -> float:
        """How much a word speaks for the label more than for the others."""
        places = [bucket(piece) for piece in own_pieces(word)]
        return float((self._against[places, label] * self.seldom[places]).sum())

    @cached_property
    def _against(self) -> Floats:
        apart: Floats = self.weights - self.weights.mean(axis=1, keepdims=True)
        return apart
