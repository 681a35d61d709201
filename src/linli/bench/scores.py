"""What answers are worth beside what was right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True, slots=True)
class Answered:
    """One text's answer: what was right, what was said, how sure."""

    text: str
    right: str
    said: str
    confidence: float

    @property
    def good(self) -> bool:
        """Whether it was what was right."""
        return self.right == self.said


def macro_f1(answers: Sequence[Answered]) -> float:
    """The mean over the labels of the harmonic mean of precision and recall."""
    labels = {one.right for one in answers} | {one.said for one in answers}
    return fmean(_f1(answers, label) for label in labels)


def accuracy(answers: Sequence[Answered]) -> float:
    """The share of right ones."""
    return fmean(one.good for one in answers)


def surest(answers: Sequence[Answered], share: float) -> list[Answered]:
    """The surest share of the answers; what is left over goes to a person."""
    return sorted(answers, key=lambda one: -one.confidence)[: max(1, round(share * len(answers)))]


def calibration_error(answers: Sequence[Answered], *, bins: int = 10) -> float:
    """Expected calibration error over bins of equally many answers."""
    ordered = sorted(answers, key=lambda one: one.confidence)
    size = len(ordered)
    parts = [ordered[size * at // bins : size * (at + 1) // bins] for at in range(bins)]
    gaps = (len(part) * abs(fmean(one.confidence for one in part) - accuracy(part)) for part in parts if part)
    return sum(gaps) / size


def _f1(answers: Sequence[Answered], label: str) -> float:
    hit = sum(one.right == one.said == label for one in answers)
    told = sum(one.said == label for one in answers) + sum(one.right == label for one in answers)
    return 2 * hit / told if told else 0.0
