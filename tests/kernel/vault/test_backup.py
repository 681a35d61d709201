"""Keys come back from their own backup, never older than the rule, never against an erasure."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from linli.kernel.ids import new_id
from linli.kernel.refusal import Refusal
from linli.kernel.vault import (
    KEY_TABLES,
    Imported,
    Plain,
    erase,
    erasures,
    export_keyring,
    export_keys,
    find,
    import_keys,
    retire_masters,
    rewrap,
    rotate_master,
    seal,
)
from linli.kernel.vault.erasing import digest_of
from linli.kernel.vault.keyring import keyring
from linli.kernel.vault.refusals import Erased

from .conftest import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return [new_id() for _ in range(5)]


@pytest.fixture
def refs(people):
    return [seal(owner=one, values=[Plain("phone", "13800000001", find=True)], at=NOON)[0] for one in people]


@pytest.fixture
def backup(refs):
    return list(export_keys()), export_keyring()


def lose_keys(settings):
    """A database restored on a new machine: values, but neither data keys nor key files."""
    shutil.rmtree(settings.KEYS)
    with connection.cursor() as cursor:
        for table in KEY_TABLES:
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table's name


def restore(backup, **others):
    rows, ring = backup
    how = {"keyring_of_backup": ring, "made_at": NOON, "at": NOON + timedelta(days=3), "keep_days": 30}
    return import_keys(rows, **{**how, **others})


def test_keys_restored_open_and_find_everything(people, refs, backup, read, settings):
    lose_keys(settings)
    assert restore(backup) == Imported(keys=5, left_out=0)
    assert set(read(refs).values()) == {"13800000001"}
    assert len(find("phone", "13800000001")) == 5


def test_the_backup_holds_no_plain_data_key(backup):
    rows, ring = backup
    assert all(len(row.wrapped) > 32 for row in rows)
    assert not any(key in row.wrapped for row in rows for key in ring.values())


def test_a_backup_older_than_the_rule_is_refused_whole(backup, settings):
    lose_keys(settings)
    with pytest.raises(Refusal) as refused:
        restore(backup, at=NOON + timedelta(days=31))
    assert "30" in str(refused.value.sentence)
    assert list(export_keys()) == []


def test_the_erased_since_stay_erased(people, refs, backup, read, settings):
    erase(people[0], at=NOON, reason="asked")
    newest = erasures()
    with connection.cursor() as cursor:  # the database of before the erasure comes back
        cursor.execute("ALTER TABLE vault_erasure DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM vault_erasure")
        cursor.execute("ALTER TABLE vault_erasure ENABLE TRIGGER USER")
    lose_keys(settings)
    assert restore(backup, erased=newest) == Imported(keys=4, left_out=1)
    with pytest.raises(Erased):
        read(refs[:1])
    assert len(read(refs[1:])) == 4
    assert digest_of(people[0]) in erasures()


def test_keys_already_here_stay_as_they_are(refs, backup, read):
    assert restore(backup) == Imported(keys=0, left_out=0)
    assert len(read(refs)) == 5


def test_a_retired_master_does_not_come_back_with_a_backup(refs, backup, read):
    old = keyring().current
    rotate_master()
    while rewrap():
        pass
    retire_masters()
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM vault_datakey WHERE owner = (SELECT owner FROM vault_value WHERE id = %s)", [refs[0]]
        )
    assert restore(backup) == Imported(keys=1, left_out=0)
    assert old not in keyring().masters
    assert len(read(refs)) == 5


def test_key_files_lost_alone_come_back_under_their_own_names(refs, backup, read, settings):
    shutil.rmtree(settings.KEYS)
    restore(backup)
    assert len(read(refs)) == 5
    assert Path(settings.KEYS).stat().st_mode & 0o077 == 0


def test_keys_leave_in_chunks(refs, monkeypatch):
    import linli.kernel.vault.backup as backup_module

    monkeypatch.setattr(backup_module, "_CHUNK", 2)
    assert len({row.owner for row in export_keys()}) == 5
