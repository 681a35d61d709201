"""A sample anyone can draw again, and the interval of what it shows."""

from __future__ import annotations

import pytest

from linli.domains.insight.sampling import sample, wilson

NUMBERS = [f"SQ-{number:04}" for number in range(500)]


def test_the_same_seed_draws_the_same_whatever_the_order():
    drawn = sample(NUMBERS, seed="ab", size=50)
    assert len(set(drawn)) == 50
    assert sample(reversed(NUMBERS), seed="ab", size=50) == drawn
    assert sample(NUMBERS, seed="cd", size=50) != drawn


def test_every_message_is_as_likely_as_any_other():
    times = dict.fromkeys(NUMBERS, 0)
    for seed in range(400):
        for number in sample(NUMBERS, seed=str(seed), size=50):
            times[number] += 1
    assert min(times.values()) >= 15
    assert max(times.values()) <= 70


def test_fewer_than_the_sample_are_all_of_it():
    assert sorted(sample(NUMBERS[:7], seed="", size=50)) == NUMBERS[:7]


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(5, 50, 0.0435, 0.2136), (0, 50, 0.0, 0.0713), (50, 50, 0.9287, 1.0), (1, 10, 0.0179, 0.4042)],
)
def test_the_interval_is_wilsons(hits, of, low, high):
    assert wilson(hits, of) == pytest.approx((low, high), abs=2e-4)


def test_of_nothing_everything_is_possible():
    assert wilson(0, 0) == (0.0, 1.0)
