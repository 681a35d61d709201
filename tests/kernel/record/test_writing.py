"""Facts stand or fall with their act; entries never change; a private value can be proven until its salt is gone."""

import time
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from linli.kernel.ids import new_id
from linli.kernel.record import (
    Fact,
    NotForTheRecord,
    body_of,
    enter,
    enter_many,
    erase_salts,
    number_pending,
    opens,
    salt_of,
)
from linli.kernel.record.models import Entry, LongBody, Salt

AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def fact(body=None, **given):
    return Fact(**{"stream": "c/requests", "kind": "request.filed", "body": body or {}, "at": AT, **given})


@pytest.mark.django_db
def test_many_facts_are_one_statement_in_the_order_given():
    facts = [fact({"no": no}, private={"text": f"灯坏了{no}", "photo": b"\x00"}) for no in range(20)]
    with CaptureQueriesContext(
        connection,
    ) as statements:
        ids = enter_many(facts)
    assert len(statements) == 1
    assert list(Entry.objects.order_by("arrival").values_list("id", flat=True)) == ids
    assert [body_of(id_)["no"] for id_ in ids] == list(range(20))
    assert Salt.objects.count() == 40
    assert enter_many([]) == []


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_entered():
    with pytest.raises(transaction.TransactionManagementError):
        enter(fact())


@pytest.mark.django_db
def test_one_fact_that_may_not_enter_keeps_all_of_them_out():
    with pytest.raises(NotForTheRecord), transaction.atomic():
        enter_many([fact(), fact({"rate": 0.5})])
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_a_private_value_is_proven_with_its_salt_and_forgotten_without_it():
    entry = enter(fact(private={"text": "三号楼漏水", "reply": "已修"}))
    assert opens(entry, "text", "三号楼漏水")
    assert not opens(entry, "text", "三号楼漏电")
    assert not opens(entry, "nothing", "三号楼漏水")
    assert not opens(new_id(), "text", "三号楼漏水")
    assert len(salt_of(entry, "text")) == 32
    before = Entry.objects.values().get()
    assert erase_salts([entry], names=["text"]) == 1
    assert salt_of(entry, "text") is None
    assert not opens(entry, "text", "三号楼漏水")
    assert opens(entry, "reply", "已修")
    assert erase_salts([entry]) == 1
    assert Entry.objects.values().get() == before
    assert "漏水".encode() not in bytes(before["body"])


@pytest.mark.django_db
def test_a_long_fact_is_kept_beside_its_entry():
    body = {"minutes": "甲" * 30_000}
    entry = enter(fact(body))
    assert body_of(entry) == body
    assert LongBody.objects.count() == 1
    with pytest.raises(LookupError):
        body_of(new_id())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM record_entry",
        "UPDATE record_entry SET body = 'x'",
        "UPDATE record_entry SET at = NULL, log_number = 0, stream_number = 1",
        "UPDATE record_entry SET log_number = 0",
        "UPDATE record_entry SET stream = 'other', log_number = 0, stream_number = 1",
        "UPDATE record_salt SET name = 'x'",
        "UPDATE record_longbody SET body = 'x'",
        "DELETE FROM record_longbody",
    ],
)
def test_the_database_refuses_every_change_but_the_numbers(change):
    enter(fact({"minutes": "甲" * 30_000}, private={"text": "甲"}))
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", ["log_number = 5", "log_number = NULL, stream_number = NULL", "stream_number = 9"])
def test_a_number_once_given_stays(change):
    with transaction.atomic():
        enter(fact())
    while not number_pending():
        time.sleep(0.01)
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(f"UPDATE record_entry SET {change}")  # noqa: S608 - the test's own words
