"""What is called a rise, and what is not: every condition by itself."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from linli.domains.insight.rising import Formula, Rise, growth, rise

BY = Formula(least=10, percent=150, swings=3, weeks=8, weeks_least=4, around=2)
STEADY = [10, 11, 9, 10, 10, 9, 11, 10]


def risen(count, before, *, others=100, others_before=None):
    return rise(count, before, others=others, others_before=others_before or [100] * len(before), by=BY)


def test_many_more_than_ever_is_a_rise_that_says_what_was_expected():
    assert risen(30, STEADY) == Rise(30, STEADY, 100)


@pytest.mark.parametrize(
    ("count", "before"),
    [
        pytest.param(9, [0, 0, 0, 0, 0, 0, 0, 0], id="nine are too few to speak of"),
        pytest.param(30, [10, 10, 30, 10, 10, 10, 10, 10], id="as many were there before"),
        pytest.param(14, STEADY, id="less than half as many again"),
        pytest.param(30, [1, 29, 1, 29, 1, 29, 1, 29], id="it always swung so far"),
        pytest.param(30, [10, 10, 10], id="three weeks say nothing"),
    ],
)
def test_what_is_no_rise(count, before):
    assert risen(count, before) is None


def test_what_grows_with_everything_else_does_not_rise():
    assert risen(20, STEADY, others=200) is None
    assert risen(40, STEADY, others=200) == Rise(40, STEADY, 200)


def test_the_bar_does_not_sink_when_everything_else_falls():
    assert growth(50, [100, 100]) == 1
    assert growth(150, [100, 100]) == Fraction(3, 2)
    assert growth(5, []) == growth(5, [0, 0]) == 1


@pytest.mark.parametrize("mean", [6, 12, 30])
def test_of_weeks_drawn_by_chance_alone_few_are_called_a_rise(mean):
    dice = random.Random(5)

    def drawn():
        return sum(dice.random() < mean / 1000 for _ in range(1000))

    called = 0
    for _ in range(400):
        now, before = drawn(), [drawn() for _ in range(8)]
        called += risen(now, before) is not None
    assert called <= 400 * 0.03


def test_a_formula_of_later_is_refused():
    known = {"formula": 1, "least": 1, "percent": 1, "swings": 1, "weeks": 1, "weeks_least": 1, "around": 1}
    assert Formula.of(known).weeks == 1
    with pytest.raises(ValueError, match="formula 2"):
        Formula.of({**known, "formula": 2})
