"""How sure is sure: how far the first answer lies before the second becomes the chance that it is right.

Two numbers are fitted (Platt 1999), on texts that the margins were not fitted to, so they can learn no texts by heart.
A soft maximum over all classes, tried before, was too sure in the middle: people who label disagree about messages that
lie far on one side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from linli.domains.requests.routing.learned.rows import Floats, Ints

RIGHT = 0.97
"""Of what the model is sure of, this share was right when it was asked about texts it had not seen."""
NEVER = 1.01
"""A confidence nothing reaches: such a model leaves everything to a person."""
FEWEST = 30
"""Answers below which a share of right ones says nothing."""
STEPS = 50
STILL = 1e-6

Chances = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Certainty:
    """How a lead becomes a chance: the chance's log-odds are `steepness` times the lead, and `start` without one."""

    steepness: float
    start: float


def leads(margins: Floats) -> Chances:
    """How far each row's first class lies before its second."""
    first = np.sort(margins.astype(np.float64), axis=1)
    lead: Chances = first[:, -1] - first[:, -2]
    return lead


def confidences(margins: Floats, by: Certainty) -> Chances:
    """For each row the chance that its first class is the right one."""
    odds: Chances = by.steepness * leads(margins) + by.start
    sure: Chances = 1 / (1 + np.exp(-odds))
    return sure


def certainty_of(margins: Floats, labels: Ints) -> Certainty:
    """The certainty under which what happened was likeliest, found by Newton's method."""
    right = margins.argmax(axis=1) == labels
    wanted = np.where(right, (right.sum() + 1) / (right.sum() + 2), 1 / ((~right).sum() + 2))
    seen = np.column_stack([leads(margins), np.ones(len(labels))])
    found = np.zeros(2)
    for _ in range(STEPS):
        given = 1 / (1 + np.exp(-seen @ found))
        bend = (seen * (given * (1 - given))[:, None]).T @ seen + STILL * np.eye(2)
        step = np.linalg.solve(bend, seen.T @ (wanted - given))
        found += step
        if np.abs(step).max() < STILL:
            break
    return Certainty(max(0.0, float(found[0])), float(found[1]))


def sure_from(given: Chances, right: NDArray[np.bool_]) -> float:
    """The least confidence above which `RIGHT` of the answers were right."""
    order = np.argsort(-given, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero((share >= RIGHT) & (np.arange(1, len(order) + 1) >= FEWEST))
    return float(given[order[enough[-1]]]) if len(enough) else NEVER


def calibration_error(given: Chances, right: NDArray[np.bool_], *, bins: int = 10) -> float:
    """Expected calibration error: how far confidence and share of right answers lie apart, weighed over equal bins."""
    order = np.argsort(given, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    return float(sum(len(part) * abs(given[part].mean() - right[part].mean()) for part in parts) / len(order))
