"""Exact look-up: two ways of writing one value meet, nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.ids import new_id
from linli.kernel.refusal import Refusal
from linli.kernel.vault import Plain, erase, find, seal
from linli.kernel.vault.blind import blind
from linli.kernel.vault.normal import normal

from .conftest import NOON


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "written", "asked"),
    [
        ("phone", "13800000001", "+86 138-0000-0001"),
        ("person.phone", "１３８００００００１１", "138 0000 0011"),
        ("phone", "0731-80000001", "073180000001"),
        ("phone", "008613800000001", "13800000001"),
        ("id_number", "11010119000101001x", "11010119000101001X"),
        ("name", "欧阳 无名", "欧阳无名"),
        ("email", "Nobody@Example.org", "nobody@example.org"),
        ("plate", "京A·00000", "京a00000"),
        ("note", " 两  个 词 ", "两 个 词"),
    ],
)
def test_one_value_written_two_ways_is_found(field, written, asked, owner):
    (ref,) = seal(owner=owner, values=[Plain(field, written, find=True)], at=NOON)
    assert find(field, asked) == [(ref, owner)]


@pytest.mark.django_db
def test_only_what_was_marked_is_found_and_only_in_its_field(owner):
    seal(owner=owner, values=[Plain("phone", "13800000001"), Plain("fax", "13800000002", find=True)], at=NOON)
    assert find("phone", "13800000001") == []
    assert find("phone", "13800000002") == []


@pytest.mark.django_db
def test_everyone_with_the_value_is_found():
    owners = [new_id(), new_id()]
    for one in owners:
        seal(owner=one, values=[Plain("phone", "13800000001", find=True)], at=NOON)
    assert [found for _, found in find("phone", "13800000001")] == owners


@pytest.mark.django_db
def test_a_change_of_digest_loses_no_look_up(owner, settings):
    settings.VAULT_INDEX = "hmac-sm3"
    (ref,) = seal(owner=owner, values=[Plain("phone", "13800000001", find=True)], at=NOON)
    settings.VAULT_INDEX = "hmac-sha256"
    assert find("phone", "13800000001") == [(ref, owner)]


@pytest.mark.django_db
def test_the_erased_are_not_found(owner):
    seal(owner=owner, values=[Plain("phone", "13800000001", find=True)], at=NOON)
    erase(owner, at=NOON, reason="asked")
    assert find("phone", "13800000001") == []


def test_an_unknown_digest_is_refused(settings):
    settings.VAULT_INDEX = "crc32"
    with pytest.raises(Refusal, match="hmac-sm3"):
        blind("phone", "13800000001")


def test_without_the_key_the_digest_is_another(settings, tmp_path):
    first = blind("phone", "13800000001")
    settings.KEYS = tmp_path / "other"
    assert blind("phone", "13800000001") != first


@given(st.lists(st.sampled_from(["", " ", "-", "－", "　"]), min_size=10, max_size=10), st.booleans())
def test_however_a_phone_is_spaced_or_widened_it_is_one_number(gaps, wide):
    digits = "１３８００００１２３４" if wide else "13800001234"
    written = digits[0] + "".join(gap + digit for gap, digit in zip(gaps, digits[1:], strict=True))
    assert normal("phone", written) == "13800001234"
