"""Weights are learned the same every time, and those in use are the ones learned from the labelled half."""

import csv

import pytest

from linli.bench.learning import learn
from linli.bench.pairs import LABELS, halves, title_examples, told_whole, whole_examples
from linli.bench.texts import are_real
from linli.domains.requests.likeness.judging import TITLE_ALONE, WHOLE

HELD = 0.3


def test_what_decides_is_given_weight():
    examples = [(float(n % 7), float(n % 2)) for n in range(200)]
    first, noise, deciding = learn(examples, [n % 2 == 1 for n in range(200)], held=HELD)
    assert deciding > 2 > abs(noise)
    assert first < 0


def test_pairs_are_numbers_and_labels_alone():
    rows = list(csv.reader(LABELS.read_text(encoding="utf-8").splitlines()))
    assert rows[0] == ["first", "second", "same"]
    assert len(rows) == 301
    assert all(first.isdigit() and second.isdigit() and same in "01" for first, second, same in rows[1:])
    assert len({(first, second) for first, second, _ in rows}) == 301


@pytest.mark.skipif(not are_real(), reason="the real messages are not at hand: set LINLI_DATA")
def test_the_weights_in_use_are_those_learned_from_the_first_half():
    learned_from, aside = halves()
    for judge, examples in ((WHOLE, whole_examples), (TITLE_ALONE, title_examples)):
        assert learn(*examples(learned_from), held=HELD) == pytest.approx(judge.weights, abs=0.01)
    told = told_whole(aside)
    assert told.right + told.missed == sum(pair.same for pair in aside) == 85
    assert (told.precision, told.recall) > (0.9, 0.85)
