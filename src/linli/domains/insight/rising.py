"""Whether something rises: a comparison that can be followed with a pencil, by the rule pack's formula.

It rises where all of these hold: there are enough messages to speak of; there are more than in every week compared;
more by a given part than those weeks and the growth of everything else let expect; and farther from that than those
weeks themselves swing about their mean. No distribution is assumed, for complaints come in bursts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Formula:
    """The pack's numbers: `percent` of what was expected, `swings` mean absolute deviations, weeks to compare with."""

    least: int
    percent: int
    swings: int
    weeks: int
    weeks_least: int
    around: int

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Formula:
        """As the rule has it; a newer formula than is known here is refused, never misread."""
        if value["formula"] != 1:
            raise ValueError(f"formula {value['formula']} is not known here")
        return cls(**{name: value[name] for name in cls.__dataclass_fields__})


@dataclass(frozen=True)
class Rise:
    """How many there are, how many there were in each week compared, and what was to be expected, in tenths."""

    count: int
    before: Sequence[int]
    expected_tenths: int


def rise(count: int, before: Sequence[int], *, others: int, others_before: Sequence[int], by: Formula) -> Rise | None:
    """The rise, or None where there is none to speak of; both `before` are of the same weeks."""
    if count < by.least or len(before) < by.weeks_least or count <= max(before):
        return None
    grown = growth(others, others_before)
    usual = Fraction(sum(before), len(before))
    swing = sum(abs(each - usual) for each in before) / len(before)
    expected = usual * grown
    if 100 * count < by.percent * expected or count - expected < by.swings * swing * grown:
        return None
    return Rise(count, list(before), int(expected * 10 + Fraction(1, 2)))


def growth(now: int, before: Sequence[int]) -> Fraction:
    """How many times more of everything else there is than was usual; where there is less, it is one."""
    usual = Fraction(sum(before), len(before)) if before else Fraction(0)
    return max(Fraction(1), now / usual) if usual else Fraction(1)
