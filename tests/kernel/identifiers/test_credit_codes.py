"""Credit codes of bodies: capitals, a check sign, and no letter that looks like a digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.identifiers import CreditCode, Fault, read_credit_code

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = [3**place % 31 for place in range(17)]


def coded(body: str) -> str:
    """A code made by the standard's own sum (GB 32100-2015)."""
    rest = sum(weight * SIGNS.index(sign) for weight, sign in zip(WEIGHTS, body, strict=True)) % 31
    return body + SIGNS[(31 - rest) % 31]


bodies = st.builds(
    lambda first, area, rest: f"{first}{area:06d}{rest}",
    st.sampled_from(["51", "52", "54", "91", "92", "93", "11", "12"]),
    st.integers(110000, 659999),
    st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9),
)


@given(bodies)
def test_a_true_code_is_read_however_it_is_written(body):
    code = coded(body)
    assert read_credit_code(code) == read_credit_code(f" {code[:9].lower()} {code[9:]}") == CreditCode(code)
    assert read_credit_code(code).registrar == body[0]


@given(bodies, st.integers(8, 16), st.integers(1, 30))
def test_one_wrong_sign_is_always_found(body, place, more):
    code = coded(body)
    wrong = SIGNS[(SIGNS.index(code[place]) + more) % 31]
    assert isinstance(read_credit_code(code[:place] + wrong + code[place + 1 :]), Fault)


@given(st.text(max_size=40))
def test_nothing_that_is_written_makes_it_raise(text):
    assert isinstance(read_credit_code(text), Fault | CreditCode)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("无", Fault.SIGNS),
        ("9111000060003734IL", Fault.SIGNS),
        ("110105000123456", Fault.LENGTH),
        ("9.11E+17", Fault.ROUNDED),
        (coded("91110000600037341")[:-1] + "0", Fault.CHECK),
    ],
    ids=["words", "an I", "an old number", "scientific", "check"],
)
def test_what_is_wrong_is_named(written, fault):
    assert read_credit_code(written) == fault
