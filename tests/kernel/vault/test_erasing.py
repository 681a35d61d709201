"""Erasure destroys the key: for every process, for later sealings, and for whatever a backup brings back."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from linli.kernel.ids import new_id
from linli.kernel.vault import (
    Plain,
    accesses,
    erase,
    erasures,
    honour_erasures,
    keep_list,
    open_bytes,
    seal,
    seal_bytes,
)
from linli.kernel.vault.erasing import LIST, digest_of
from linli.kernel.vault.refusals import Erased, KeyNotHere
from linli.kernel.vault.shelves import shelf

from .conftest import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def refs(owner):
    return seal(owner=owner, values=[Plain("phone", "13800000001", find=True)], at=NOON)


def test_the_erased_cannot_be_opened_and_the_refusal_says_so(refs, owner, read):
    erase(owner, at=NOON, reason="asked")
    with pytest.raises(Erased) as refused:
        read(refs)
    assert refused.value.status == 410


def test_a_page_of_many_may_show_words_where_the_erased_stood(refs, owner, read):
    (other,) = seal(owner=new_id(), values=[Plain("name", "某某")], at=NOON)
    erase(owner, at=NOON, reason="asked")
    assert read([*refs, other], in_place_of_erased="已删除") == {refs[0]: "已删除", other: "某某"}
    assert accesses(owner) == []


def test_nothing_is_sealed_for_the_erased_again(refs, owner):
    erase(owner, at=NOON, reason="asked")
    with pytest.raises(Erased):
        seal(owner=owner, values=[Plain("name", "某某")], at=NOON)


def test_nothing_is_sealed_for_someone_erased_before_ever_known(owner):
    erase(owner, at=NOON, reason="asked")
    with pytest.raises(Erased):
        seal(owner=owner, values=[Plain("name", "某某")], at=NOON)


def test_erasing_twice_is_erasing_once(refs, owner):
    erase(owner, at=NOON, reason="asked")
    erase(owner, at=NOON + timedelta(days=1), reason="asked again")
    assert erasures() == {digest_of(owner): NOON}


def test_ciphertext_and_look_up_are_blanked_too(refs, owner):
    erase(owner, at=NOON, reason="asked")
    with connection.cursor() as cursor:
        cursor.execute("SELECT length(sealed), blind FROM vault_value WHERE owner = %s", [owner])
        assert cursor.fetchall() == [(0, None)]
        cursor.execute("SELECT wrapped FROM vault_datakey WHERE owner = %s", [owner])
        assert cursor.fetchall() == [(None,)]


def test_the_access_log_outlives_the_data(refs, owner, read):
    read(refs)
    erase(owner, at=NOON, reason="asked")
    assert len(accesses(owner)) == 1


def test_files_leave_the_disk_on_commit(owner, django_capture_on_commit_callbacks, reader):
    from linli.kernel.refusal import NotFound
    from linli.kernel.vault import Basis, Purpose

    ref = seal_bytes([b"scan"], owner=owner, field="attachment", at=NOON)
    with django_capture_on_commit_callbacks(execute=True):
        erase(owner, at=NOON, reason="asked")
        assert shelf(ref).exists()
    assert not shelf(ref).exists()
    with pytest.raises(NotFound):
        open_bytes(ref, by=reader, purpose=Purpose.RESOLVE, basis=Basis.DUTY, matter=None, at=NOON)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE vault_erasure SET reason = ''",
        "DELETE FROM vault_erasure",
        "UPDATE vault_datakey SET wrapped = 'x' WHERE wrapped IS NULL",
    ],
)
def test_the_database_refuses_to_undo_an_erasure(refs, owner, sql):
    erase(owner, at=NOON, reason="asked")
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_the_list_beside_the_keys_remembers_what_a_restored_database_forgot(
    refs, owner, read, settings, django_capture_on_commit_callbacks
):
    listed = digest_of(new_id())
    with django_capture_on_commit_callbacks(execute=True):
        erase(new_id(), at=NOON, reason="asked")
    path = Path(settings.KEYS) / LIST
    path.write_text(path.read_text() + f"{digest_of(owner)} {NOON.isoformat()}\n{listed} {NOON.isoformat()}\n")
    assert {digest_of(owner), listed} <= set(erasures())
    assert read(refs)
    assert honour_erasures(erasures(), at=NOON) == 1
    with pytest.raises(Erased):
        read(refs)


def test_a_list_left_behind_by_a_kill_is_made_whole(owner, settings):
    erase(owner, at=NOON, reason="asked")
    assert not (Path(settings.KEYS) / LIST).exists()
    for _ in range(2):
        keep_list()
        assert (Path(settings.KEYS) / LIST).read_text() == f"{digest_of(owner)} {NOON.isoformat()}\n"


def test_values_without_their_keys_wait_for_the_key_backup(refs, owner, read):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM vault_datakey")
    for act in (lambda: read(refs), lambda: seal(owner=owner, values=[Plain("name", "某某")], at=NOON)):
        with pytest.raises(KeyNotHere):
            act()


def test_the_reason_and_list_name_nobody(refs, owner):
    erase(owner, at=NOON, reason="asked")
    with connection.cursor() as cursor:
        cursor.execute("SELECT vault_erasure::text FROM vault_erasure")
        line = cursor.fetchone()[0]
    assert str(owner) not in line
    assert owner.hex not in line
