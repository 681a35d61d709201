"""Sealed files: any bytes come back, any tampering is seen, every opening is logged before the first byte."""

import os
import stat
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linli.kernel.ids import new_id
from linli.kernel.refusal import Invalid, NotAllowed, NotFound
from linli.kernel.vault import Basis, Purpose, accesses, open_bytes, seal_bytes, sweep_files
from linli.kernel.vault.ciphers import TAG
from linli.kernel.vault.refusals import Damaged
from linli.kernel.vault.shelves import shelf
from linli.kernel.vault.stream import CHUNK

from .conftest import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(reader):
    def opened(ref, **others):
        act = {"by": reader, "purpose": Purpose.RESOLVE, "basis": Basis.DUTY, "matter": None, "at": NOON}
        return b"".join(open_bytes(ref, **{**act, **others}))

    return opened


def seal_one(content, *, owner=None, parts=1):
    step = max(1, len(content) // parts)
    cut = [content[at : at + step] for at in range(0, len(content), step)]
    return seal_bytes(cut, owner=owner or new_id(), field="attachment", at=NOON)


EDGES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7]


@pytest.mark.parametrize("size", EDGES)
@pytest.mark.parametrize("cipher", ["aes-256-gcm", "sm4-gcm"])
def test_a_file_of_any_size_comes_back(size, cipher, load, settings):
    settings.VAULT_CIPHER = cipher
    content = os.urandom(size)
    assert load(seal_one(content, parts=5)) == content


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.binary(max_size=1000), max_size=8))
def test_parts_of_any_size_come_back_joined(parts, load):
    ref = seal_bytes(parts, owner=new_id(), field="attachment", at=NOON)
    assert load(ref) == b"".join(parts)


def test_the_disk_holds_no_plain_byte_and_only_we_may_read_it():
    content = b"scan of a made-up card " * 5000
    path = shelf(seal_one(content))
    assert b"made-up" not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def chunk(number):
    return slice(15 + number * (CHUNK + TAG), 15 + (number + 1) * (CHUNK + TAG))


def swapped(raw):
    return raw[:15] + raw[chunk(1)] + raw[chunk(0)] + raw[chunk(2)] + raw[chunk(3)]


@pytest.mark.parametrize(
    "harm",
    [
        lambda raw: b"",
        lambda raw: raw[:10],
        lambda raw: raw[:15],
        lambda raw: raw[: chunk(1).stop],
        lambda raw: raw[:-1],
        lambda raw: raw + raw[chunk(1)],
        lambda raw: raw[:15] + raw[chunk(1).start :],
        swapped,
        lambda raw: raw[:100] + bytes([raw[100] ^ 1]) + raw[101:],
        lambda raw: raw[:9] + bytes([raw[9] ^ 1]) + raw[10:],
    ],
)
def test_any_change_to_the_file_is_seen(harm, load):
    ref = seal_one(os.urandom(3 * CHUNK + 9))
    shelf(ref).write_bytes(harm(shelf(ref).read_bytes()))
    with pytest.raises(Damaged):
        load(ref)


def test_one_file_does_not_open_in_anothers_place(owner, load):
    first, second = seal_one(b"one", owner=owner), seal_one(b"two", owner=owner)
    shelf(first).write_bytes(shelf(second).read_bytes())
    with pytest.raises(Damaged):
        load(first)


def test_a_file_gone_from_the_disk_is_said_and_not_logged(owner, load):
    ref = seal_one(b"one", owner=owner)
    shelf(ref).unlink()
    with pytest.raises(Damaged):
        load(ref)
    assert accesses(owner) == []


def test_an_opening_is_logged_before_the_first_byte_is_asked_for(owner, reader):
    ref = seal_one(b"one", owner=owner)
    open_bytes(ref, by=reader, purpose=Purpose.RESOLVE, basis=Basis.DUTY, matter=None, at=NOON)
    assert [line.fields for line in accesses(owner)] == [("attachment",)]


def test_no_purpose_no_file(load, owner):
    with pytest.raises(NotAllowed):
        load(seal_one(b"one", owner=owner), purpose=None)


def test_no_such_file(load):
    with pytest.raises(NotFound):
        load(new_id())


def test_too_large_a_file_is_refused_and_leaves_nothing(owner, settings):
    from pathlib import Path

    with pytest.raises(Invalid), transaction.atomic():
        seal_bytes([b"x" * CHUNK] * 3, owner=owner, field="attachment", at=NOON, largest=2 * CHUNK)
    assert [path for path in Path(settings.FILES).rglob("*") if path.is_file()] == []


def test_what_a_rolled_back_transaction_left_is_swept():
    kept = seal_one(b"kept")

    def seal_then_fail():
        with transaction.atomic():
            seal_one(b"left")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        seal_then_fail()
    (shelf(kept).parent / f"{new_id()}.new").write_bytes(b"half")
    assert sweep_files(untouched_since=timezone.now() - timedelta(hours=1)) == 0
    assert sweep_files(untouched_since=timezone.now() + timedelta(hours=1)) == 2
    assert shelf(kept).exists()
