"""Telephone numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.identifiers import Fault, Phone, PhoneKind, read_phone


@pytest.mark.parametrize(
    ("written", "phone"),
    [
        ("138 0013 8000", Phone("13800138000", PhoneKind.MOBILE)),
        ("+86 138-0013-8000", Phone("13800138000", PhoneKind.MOBILE)),
        ("008613800138000", Phone("13800138000", PhoneKind.MOBILE)),
        ("１３８００１３８０００", Phone("13800138000", PhoneKind.MOBILE)),
        ("13800138000.0", Phone("13800138000", PhoneKind.MOBILE)),
        ("（010）65551234", Phone("01065551234", PhoneKind.LANDLINE)),
        ("0731-88665555转801", Phone("073188665555", PhoneKind.LANDLINE, "801")),
        ("65551234", Phone("65551234", PhoneKind.LOCAL)),
        ("400-800-8820", Phone("4008008820", PhoneKind.SERVICE)),
    ],
)
def test_a_number_is_read_with_its_kind(written, phone):
    assert read_phone(written) == phone


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", Fault.SIGNS),
        ("无", Fault.SIGNS),
        ("1380013800", Fault.LENGTH),
        ("138001380001", Fault.LENGTH),
        ("12800138000", Fault.RANGE),
        ("1.38E+10", Fault.ROUNDED),
    ],
)
def test_what_is_wrong_is_named(written, fault):
    assert read_phone(written) == fault


@given(st.text(max_size=40))
def test_nothing_that_is_written_makes_it_raise(text):
    assert isinstance(read_phone(text), Fault | Phone)


@given(st.text(max_size=20))
def test_what_was_read_is_read_the_same_again(text):
    read = read_phone(text)
    if isinstance(read, Phone):
        assert read_phone(read.number) == Phone(read.number, read.kind)
