"""What is written and published is canonical, complete and nothing personal."""

import json
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from uuid import UUID

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.record import Fact, NotForTheRecord, canonical, commitment, matches, published
from linli.kernel.record.entry import LARGEST, written

ENTRY = UUID("01920000-0000-7000-8000-000000000001")
AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
texts = st.text(st.characters(exclude_categories=["Cs", "Nd"], exclude_characters="@"))
bodies = st.dictionaries(
    texts,
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
        lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
        max_leaves=10,
    ),
)


def fact(body, **given):
    return Fact(**{"stream": "110105001001/requests", "kind": "request.filed", "body": body, "at": AT, **given})


@given(bodies, st.integers(1, 2**53 - 1))
def test_a_published_entry_is_canonical_and_gives_its_promised_digest_back(body, number):
    given_fact = fact({**body, "state": "filed"})
    whole, _ = written(given_fact, entry=ENTRY, commitments={"text": "ab" * 32})
    leaf = published(whole, stream=given_fact.stream, number=number)
    read = json.loads(leaf)
    assert rfc8785.dumps(read) == leaf
    assert read.pop("number") == number
    assert sha256(rfc8785.dumps(read)).digest() == sha256(whole).digest()
    assert read["body"] == {**body, "state": "filed"}
    assert read["at"] == "2026-03-01T09:30:00.000Z"


def test_the_published_bytes_are_exactly_these():
    whole, _ = written(fact({"state": "filed", "no": 7}), entry=ENTRY, commitments={})
    assert published(whole, stream="110105001001/requests", number=12) == (
        b'{"at":"2026-03-01T09:30:00.000Z","body":{"no":7,"state":"filed"},'
        b'"id":"01920000-0000-7000-8000-000000000001","kind":"request.filed","number":12,'
        b'"stream":"110105001001/requests"}'
    )


def test_times_are_published_in_utc_and_left_out_where_they_would_tell_who():
    beijing = datetime(2026, 3, 1, 17, 30, tzinfo=timezone(timedelta(hours=8)))
    assert b'"at":"2026-03-01T09:30:00.000Z"' in written(fact({}, at=beijing), entry=ENTRY, commitments={})[0]
    assert b'"at"' not in written(fact({}, at=None), entry=ENTRY, commitments={})[0]
    with pytest.raises(NotForTheRecord, match="time zone"):
        written(fact({}, at=datetime(2026, 3, 1)), entry=ENTRY, commitments={})


def test_what_is_too_large_for_an_entry_is_held_by_its_digest():
    body = {"minutes": "甲" * 30_000}
    whole, (beside,) = written(fact(body), entry=ENTRY, commitments={})
    assert beside == canonical(body)
    assert json.loads(whole)["digest"] == sha256(beside).hexdigest()
    assert len(whole) < 300


@pytest.mark.parametrize("spare", [0, 1])
def test_the_largest_entry_still_fits_with_the_largest_number(spare):
    empty = len(written(fact({"a": ""}), entry=ENTRY, commitments={})[0])
    room = LARGEST - empty - len(',"number":9007199254740991')
    whole, beside = written(fact({"a": "x" * (room + spare)}), entry=ENTRY, commitments={})
    assert bool(beside) == bool(spare)
    assert len(published(whole, stream="110105001001/requests", number=2**53 - 1)) <= LARGEST


@pytest.mark.parametrize(
    "body",
    [
        {"rate": 0.5},
        {"at": AT},
        {"id": ENTRY},
        {"many": (1, 2)},
        {"big": 2**53},
        {1: "key"},
        {"broken": "\ud800"},
        {"\ud800": 1},
    ],
)
def test_what_json_would_not_carry_unchanged_is_refused(body):
    with pytest.raises(NotForTheRecord):
        written(fact(body), entry=ENTRY, commitments={})


@pytest.mark.parametrize(
    "personal", ["13800001234", "电话13800001234。", "110101199001010000", "11010119900101000X", "nobody@example.org"]
)
def test_what_looks_personal_is_refused_without_being_repeated(personal):
    with pytest.raises(NotForTheRecord) as refused:
        written(fact({"note": [personal]}), entry=ENTRY, commitments={})
    assert personal not in str(refused.value)


def test_digests_numbers_and_division_codes_do_not_look_personal():
    body = {
        "digest": sha256(b"13800001234").hexdigest() + "13800001234",
        "number": "BJ-2026-138000",
        "place": "110105001001",
        "id": str(ENTRY),
        "at": "2026-03-01T09:30:00+08:00",
        "fen": 13_800_001_234,
    }
    assert written(fact(body), entry=ENTRY, commitments={})[1] == []


@pytest.mark.parametrize(
    "change", [{"stream": ""}, {"stream": "a b"}, {"stream": "社区"}, {"kind": "Filed"}, {"kind": ""}]
)
def test_names_of_streams_and_kinds_are_plain(change):
    with pytest.raises(NotForTheRecord, match="a stream is"):
        written(fact({}, **change), entry=ENTRY, commitments={})


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.binary())
def test_a_commitment_opens_to_its_value_and_to_no_other(value):
    salt = bytes(range(32))
    committed = commitment(salt=salt, value=value)
    assert matches(committed, salt=salt, value=value)
    assert not matches(committed, salt=salt[::-1], value=value)
    assert not matches(committed, salt=salt, value=value + value[:1] if value else "x")


def test_a_commitment_is_sha256_of_salt_and_canonical_value():
    salt = b"\x01" * 32
    assert commitment(salt=salt, value="水") == sha256(salt + '"水"'.encode()).hexdigest()
    assert commitment(salt=salt, value=b"\xff") == sha256(salt + b"\xff").hexdigest()
    with pytest.raises(ValueError, match="32 bytes"):
        commitment(salt=b"short", value="水")
