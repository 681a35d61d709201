"""Masking keeps what it was measured to find in real messages; skipped where they are not at hand."""

import csv

import pytest

from linli.kernel.vault.masking import mask_text

from . import measure_masking

FOLDER = measure_masking.data()
here = pytest.mark.skipif(FOLDER is None, reason="the real messages are not here (LINLI_DATA): nothing measured")


@here
def test_the_fresh_sample_is_found_as_well_as_the_benchmark_page_says():
    score = measure_masking.measure(FOLDER, 3)
    assert score["name"].found / score["name"].labelled >= 0.88
    assert score["name"].right / score["name"].covered >= 0.85
    assert score["address"].found / score["address"].labelled >= 0.7
    assert score["address"].right == score["address"].covered
    assert score["phone"].found == score["phone"].labelled


@here
@pytest.mark.parametrize("number", measure_masking.ROUNDS)
def test_every_label_belongs_to_its_sample(number):
    drawn = {(message.file, message.number): len(message.text) for message in measure_masking.sample(FOLDER, number)}
    for message, places in measure_masking.labels(number).items():
        assert all(0 <= start < end <= drawn[message] for _, _, start, end in places)


@pytest.mark.parametrize("number", measure_masking.ROUNDS)
def test_labels_hold_offsets_and_nothing_of_the_messages(number):
    with (measure_masking.HERE / f"masking_labels_{number}.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            assert set(row) == {"file", "message", "kind", "weight", "start", "end"}
            assert row["file"] in measure_masking.FILES
            assert (row["message"] + row["start"] + row["end"]).isdigit()
            assert row["kind"].isascii()
            assert row["weight"] in {"must", "either"}


HOSTILE = {
    "digits": "1",
    "spaced digits": "1 ",
    "surnames": "张",
    "names": "张伟、",
    "letters": "a",
    "at signs": "a@",
    "buildings": "1栋1单元",
    "numerals": "一",
    "dashes": "1--",
    "phones": "13800001234，",
    "homes": "我家住在",
    "plates": "京A",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_text_meant_to_choke_is_masked_to_its_end(unit):
    text = (unit * 100_000)[:100_000] + "，电话13800001234"
    assert "13800001234" not in mask_text(text).text
