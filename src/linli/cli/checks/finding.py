"""What a check found: fit, doubtful or unfit, in a sentence that says how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linli.kernel.words import Words


class Fitness(StrEnum):
    """How a finding weighs; only `UNFIT` makes `linli check` fail."""

    FIT = "fit"
    DOUBTFUL = "doubtful"
    UNFIT = "unfit"


@dataclass(frozen=True)
class Finding:
    """One answer."""

    code: str
    fitness: Fitness
    words: Words


def fit(code: str, words: Words) -> Finding:
    """All is well."""
    return Finding(code, Fitness.FIT, words)


def doubtful(code: str, words: Words) -> Finding:
    """Look at it; it may be meant so."""
    return Finding(code, Fitness.DOUBTFUL, words)


def unfit(code: str, words: Words) -> Finding:
    """Not to be put before residents like this."""
    return Finding(code, Fitness.UNFIT, words)
