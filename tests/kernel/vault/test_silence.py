"""No personal value reaches a log, an error or a repr, whatever goes wrong."""

import logging
import traceback

import pytest
from django.db import connection

from linli.kernel.ids import new_id
from linli.kernel.vault import Basis, Plain, Purpose, erase, find, mask_text, open_values, seal

from .conftest import NOON

pytestmark = pytest.mark.django_db

SECRETS = ("13800009999", "甄小梅", "11010119000101001X")


def shown(error):
    parts = [repr(error), str(error), *map(str, error.args), *traceback.format_exception(error)]
    sentence = getattr(error, "sentence", None)
    return "\n".join([*parts, str(sentence), repr(sentence)])


def spoil(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def sealed(owner):
    return seal(owner=owner, values=[Plain("note", secret, find=True) for secret in SECRETS], at=NOON)


def with_a_bad_field():
    Plain("Bad Field", SECRETS[0])


def with_an_erased_owner():
    owner = new_id()
    erase(owner, at=NOON, reason="asked")
    sealed(owner)


def with_damaged_values(reader):
    refs = sealed(new_id())
    spoil("UPDATE vault_value SET sealed = substring(sealed, 1, 30)")
    open_values(refs, by=reader, purpose=Purpose.AUDIT, basis=Basis.DUTY, matter=None, at=NOON)


def with_no_purpose(reader):
    open_values(sealed(new_id()), by=reader, purpose=None, basis=Basis.DUTY, matter=None, at=NOON)


def with_no_table_to_write_to():
    spoil("ALTER TABLE vault_value RENAME TO gone")
    sealed(new_id())


def with_a_refusing_database():
    spoil("ALTER TABLE vault_value ADD CHECK (length(field) > 90) NOT VALID")
    sealed(new_id())


@pytest.mark.parametrize(
    "going_wrong",
    [
        with_a_bad_field,
        with_an_erased_owner,
        with_damaged_values,
        with_no_purpose,
        with_no_table_to_write_to,
        with_a_refusing_database,
    ],
)
def test_what_goes_wrong_shows_no_value(going_wrong, reader, caplog):
    caplog.set_level(logging.DEBUG)
    given = (reader,) if going_wrong.__code__.co_argcount else ()
    with pytest.raises(Exception) as failed:  # noqa: PT011 - each goes wrong in its own way; what it shows is the point
        going_wrong(*given)
    for secret in SECRETS:
        # The source line of the test itself may stand in a traceback; it names no secret.
        assert secret not in shown(failed.value)
        assert secret not in caplog.text


def test_everyday_work_logs_no_value(reader, caplog):
    caplog.set_level(logging.DEBUG)
    refs = sealed(new_id())
    open_values(refs, by=reader, purpose=Purpose.AUDIT, basis=Basis.DUTY, matter=None, at=NOON)
    find("note", SECRETS[0])
    mask_text(f"我叫{SECRETS[1]}，电话{SECRETS[0]}")
    assert not any(secret in caplog.text for secret in SECRETS)
