"""Resident identity numbers: as sheets write them, and what cannot be one. Numbers are made up by the tests."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from linli.kernel.identifiers import Fault, ResidentId, Sex, read_resident_id

TODAY = date(2026, 11, 24)
EXAMPLE = "11010519491231002X"
"""The one that the standard itself prints."""
WEIGHTS = [2 ** (17 - place) % 11 for place in range(17)]


def numbered(division: int, birth: date, sequence: int) -> str:
    """A number made by the standard's own sum, not by the library that checks it."""
    body = f"{division:06d}{birth:%Y%m%d}{sequence:03d}"
    rest = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, body, strict=True)) % 11
    return body + "10X98765432"[rest]


numbers = st.builds(numbered, st.integers(110000, 829999), st.dates(date(1900, 1, 1), TODAY), st.integers(0, 999))


@given(numbers)
def test_a_true_number_is_read_with_birth_and_sex(number):
    read = read_resident_id(number, today=TODAY)
    assert isinstance(read, ResidentId)
    assert read.number == number
    assert f"{read.birth:%Y%m%d}" == number[6:14]
    assert read.sex == (Sex.MALE if int(number[16]) % 2 else Sex.FEMALE)
    assert read.division == number[:6]


@given(numbers, st.integers(1, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(number, place, more):
    wrong = f"{number[:place]}{(int(number[place]) + more) % 10}{number[place + 1 :]}"
    assert isinstance(read_resident_id(wrong, today=TODAY), Fault)


@given(numbers, st.integers(1, 15))
def test_two_digits_swapped_are_always_found(number, place):
    assume(number[place] != number[place + 1])
    wrong = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert isinstance(read_resident_id(wrong, today=TODAY), Fault)


@given(st.text(max_size=40))
def test_nothing_that_is_written_makes_it_raise(text):
    assert isinstance(read_resident_id(text, today=TODAY), Fault | ResidentId)


@pytest.mark.parametrize(
    "written",
    [
        "１１０１０５１９４９１２３１００２ｘ",
        " 110105 19491231 002x ",
        "'11010519491231002X",
        "110105-19491231-002X",
        "110105491231002",
    ],
    ids=["wide", "spaced", "marked as text", "dashed", "fifteen digits"],
)
def test_other_ways_of_writing_come_to_the_same_number(written):
    assert read_resident_id(written, today=TODAY) == ResidentId(EXAMPLE, date(1949, 12, 31), Sex.FEMALE)


def test_fifteen_digits_of_a_centenarian_lie_in_the_century_before():
    assert read_resident_id("110105991231999", today=TODAY).birth == date(1899, 12, 31)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", Fault.SIGNS),
        ("不详", Fault.SIGNS),
        ("1101051949123100", Fault.LENGTH),
        (EXAMPLE[:-1] + "1", Fault.CHECK),
        ("1.10105E+17", Fault.ROUNDED),
        (EXAMPLE[:15] + "000", Fault.ROUNDED),
        (numbered(110105, TODAY + timedelta(days=1), 1), Fault.DATE),
        ("110105000230001", Fault.DATE),
    ],
    ids=["empty", "words", "sixteen", "check", "scientific", "noughts", "not born yet", "30 February"],
)
def test_what_is_wrong_is_named(written, fault):
    assert read_resident_id(written, today=TODAY) == fault
    assert fault.words.zh
    assert fault.words.en
