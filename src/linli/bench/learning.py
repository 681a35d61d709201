"""Weights from labelled examples: logistic regression by Newton's steps, small enough to read."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

STEPS = 30
FURTHEST = 30.0
"""Sums beyond it are as good as certain."""

Row = Sequence[float]


def learn(examples: Sequence[Row], same: Sequence[bool], *, held: float) -> list[float]:
    """Weights, the first of them standing alone; `held` keeps the others small where there are few examples."""
    rows = [(1.0, *example) for example in examples]
    size = len(rows[0])
    weights = [0.0] * size
    keeping = [0.0] + [held] * (size - 1)
    for _ in range(STEPS):
        chances = [_chance(weights, row) for row in rows]
        slope = [
            sum((truth - chance) * row[i] for row, truth, chance in zip(rows, same, chances, strict=True))
            - keeping[i] * weights[i]
            for i in range(size)
        ]
        bend = [
            [
                sum(chance * (1 - chance) * row[i] * row[j] for row, chance in zip(rows, chances, strict=True))
                + (held if i == j else 0.0)
                for j in range(size)
            ]
            for i in range(size)
        ]
        weights = [weight + step for weight, step in zip(weights, _solved(bend, slope), strict=True)]
    return weights


def _chance(weights: Row, row: Row) -> float:
    total = sum(weight * value for weight, value in zip(weights, row, strict=True))
    return 1 / (1 + exp(-max(-FURTHEST, min(FURTHEST, total))))


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small symmetric system, by elimination."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for i, pivot in enumerate(rows):
        rows[i] = [value / pivot[i] for value in pivot]
        for j, other in enumerate(rows):
            if j != i:
                rows[j] = [value - other[i] * above for value, above in zip(other, rows[i], strict=True)]
    return [line[-1] for line in rows]
