"""What is told of few: nothing, not even by subtraction."""

from __future__ import annotations

import random

import pytest

from linli.domains.insight.suppressing import suppressed


def test_enough_is_told():
    assert suppressed({"a": 10, "b": 25}, least=10) == {"a": 10, "b": 25}


def test_one_alone_would_be_the_whole_less_the_others_so_the_next_is_hidden_with_it():
    assert suppressed({"a": 9, "b": 12, "c": 40}, least=10) == {"a": None, "b": None, "c": 40}


def test_two_that_together_are_too_few_hide_a_third():
    assert suppressed({"a": 1, "b": 2, "c": 11, "d": 40}, least=10) == {"a": None, "b": None, "c": None, "d": 40}


def test_nothing_is_left_where_all_are_few():
    assert suppressed({"a": 1, "b": 2}, least=10) == {"a": None, "b": None}
    assert suppressed({}, least=10) == {}


@pytest.mark.parametrize("seed", range(30), ids=[f"seed {each}" for each in range(30)])
def test_what_is_hidden_is_never_one_nor_too_few(seed):
    dice = random.Random(seed)
    counts = {str(key): dice.choice([0, 3, 9, 10, 11, 60]) for key in range(dice.randint(2, 9))}
    told = suppressed(counts, least=10)
    hidden = [counts[key] for key, count in told.items() if count is None]
    assert all(count is None or count >= 10 for count in told.values())
    assert not hidden or (len(hidden) >= 2 and sum(hidden) >= 10) or len(hidden) == len(counts)
