"""A new master key takes over batch by batch, and the old one is destroyed only when nothing needs it."""

import pytest
from django.db import connection

from linli.kernel.ids import new_id
from linli.kernel.refusal import Refusal
from linli.kernel.vault import (
    Plain,
    erase,
    retire_masters,
    rewrap,
    rotate_master,
    seal,
    seal_many,
    waiting_for_rewrap,
)
from linli.kernel.vault.keyring import keyring

from .conftest import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def refs():
    return seal_many([(new_id(), Plain("note", str(n))) for n in range(7)], at=NOON)


def masters():
    with connection.cursor() as cursor:
        cursor.execute("SELECT master, count(*) FROM vault_datakey WHERE wrapped IS NOT NULL GROUP BY 1 ORDER BY 1")
        return dict(cursor.fetchall())


def test_rotation_moves_every_key_and_opens_the_same(refs, read):
    new = rotate_master()
    assert waiting_for_rewrap() == 7
    assert [rewrap(batch=3) for _ in range(4)] == [3, 3, 1, 0]
    assert masters() == {new: 7}
    assert read(refs) == {ref: str(n) for n, ref in enumerate(refs)}


def test_a_rotation_cut_short_goes_on_where_it_stopped(refs, read):
    old, new = keyring().current, rotate_master()
    rewrap(batch=3)
    assert masters() == {old: 4, new: 3}
    assert len(read(refs)) == 7
    while rewrap(batch=3):
        pass
    assert waiting_for_rewrap() == 0


def test_new_owners_are_wrapped_under_the_new_master_at_once(refs):
    new = rotate_master()
    seal(owner=new_id(), values=[Plain("note", "x")], at=NOON)
    assert masters()[new] == 1


def test_an_old_master_in_use_is_not_destroyed(refs, read):
    rotate_master()
    with pytest.raises(Refusal, match="to its end first"):
        retire_masters()
    assert len(read(refs)) == 7


def test_a_retired_master_is_gone_from_disk_and_nothing_is_lost(refs, read):
    old = keyring().current
    rotate_master()
    while rewrap():
        pass
    assert retire_masters() == [old]
    assert keyring().masters == [keyring().current]
    assert len(read(refs)) == 7


def test_what_was_destroyed_stays_out_of_the_rotation(refs):
    owner = new_id()
    seal(owner=owner, values=[Plain("note", "x")], at=NOON)
    erase(owner, at=NOON, reason="asked")
    rotate_master()
    assert waiting_for_rewrap() == 7


def test_keys_of_both_ciphers_rotate(refs, read, settings):
    settings.VAULT_CIPHER = "sm4-gcm"
    rotate_master()
    while rewrap():
        pass
    assert len(read(refs)) == 7
