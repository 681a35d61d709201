"""How sure is sure: margins become chances, measured on texts that the margins were not fitted to."""

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
SHARPNESSES = np.geomspace(0.5, 20, 60)
DOUBTS = (0.0, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2)

Chances = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Certainty:
    """How margins become chances: how sharply they part, and the doubt that stays however far apart they lie.

    The doubt is what people themselves disagree on: no model can be surer than those it learned from.
    """

    sharpness: float
    doubt: float


def chances(margins: Floats, by: Certainty) -> Chances:
    """The chance of each class (rows × classes), summing to one."""
    scaled = margins.astype(np.float64) * by.sharpness
    raised = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    shares: Chances = raised / raised.sum(axis=1, keepdims=True)
    doubted: Chances = (1 - by.doubt) * shares + by.doubt / margins.shape[1]
    return doubted


def certainty_of(margins: Floats, labels: Ints) -> Certainty:
    """The certainty under which what happened was likeliest (two numbers: they can learn no texts by heart)."""
    places = np.arange(len(labels))

    def surprise(by: Certainty) -> float:
        return float(-np.log(chances(margins, by)[places, labels] + 1e-12).mean())

    return min((Certainty(float(each), doubt) for each in SHARPNESSES for doubt in DOUBTS), key=surprise)


def sure_from(given: Chances, labels: Ints) -> float:
    """The least confidence above which `RIGHT` of the answers were right."""
    best, right = given.max(axis=1), given.argmax(axis=1) == labels
    order = np.argsort(-best, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero((share >= RIGHT) & (np.arange(1, len(order) + 1) >= FEWEST))
    return float(best[order[enough[-1]]]) if len(enough) else NEVER


def calibration_error(given: Chances, labels: Ints, *, bins: int = 10) -> float:
    """Expected calibration error: how far confidence and share of right answers lie apart, weighed over equal bins."""
    best, right = given.max(axis=1), given.argmax(axis=1) == labels
    order = np.argsort(best, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    return float(sum(len(part) * abs(best[part].mean() - right[part].mean()) for part in parts) / len(order))
