"""A sample that nobody chose, and how sure one may be of what it shows."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from math import sqrt

NINETY_FIVE = 1.959963984540054
"""Standard deviations between which 95 of 100 values of a normal distribution lie, on either side."""


def sample(numbers: Iterable[str], *, seed: str, size: int) -> list[str]:
    """So many of these numbers, by the SHA-256 of seed and number: anyone can draw the same again."""
    return sorted(numbers, key=lambda number: sha256(f"{seed}{number}".encode()).digest())[:size]


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The interval in which the share lies with 95 of 100 (Wilson 1927, J. Am. Stat. Assoc. 22, 209–212)."""
    if not of:
        return 0.0, 1.0
    share, z = hits / of, NINETY_FIVE
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - reach), min(1.0, middle + reach)
