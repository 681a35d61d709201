"""Numbers are dense and final, follow what writers saw, and outlive every crash."""

import random
import time

import psycopg
import pytest
from django.db import connection, transaction

from linli.kernel.record import enter, enter_many, number_pending, waiting
from linli.kernel.record.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)


def number(count):
    """Numbers `count` entries; an open transaction of a test beside this one may hold them back for a while."""
    numbered, deadline = 0, time.monotonic() + 60
    while numbered < count:
        assert time.monotonic() < deadline
        numbered += number_pending()
        time.sleep(0.005)
    assert numbered == count


def numbers():
    return dict(Entry.objects.exclude(log_number=None).values_list("arrival", "log_number"))


def assert_dense():
    assert waiting() == 0
    entries = list(Entry.objects.order_by("log_number"))
    assert [entry.log_number for entry in entries] == list(range(len(entries)))
    counts = {}
    for entry in entries:
        counts[entry.stream] = counts.get(entry.stream, 0) + 1
        assert entry.stream_number == counts[entry.stream]
    return entries


def assert_nothing_overtook_what_its_writer_saw(entries):
    place = {entry.arrival: entry.log_number for entry in entries}
    for entry in entries:
        for seen in SEEN.get(entry.id, []):
            assert place[seen] < entry.log_number


SEEN = {}


@pytest.fixture
def write(fact):
    """One act as a worker does it: may take its transaction number early, looks, writes, may fail."""

    def act(seed):
        chance = random.Random(seed)
        try:
            with transaction.atomic():
                if chance.random() < 0.5:
                    with connection.cursor() as cursor:
                        cursor.execute("SELECT pg_current_xact_id()")
                time.sleep(chance.random() * 0.02)
                seen = list(Entry.objects.order_by("-arrival").values_list("arrival", flat=True)[:50])
                stream = f"c{chance.randrange(5)}/requests"
                ids = enter_many([fact(stream=stream, private={"text": "甲"}) for _ in range(chance.randint(1, 3))])
                time.sleep(chance.random() * 0.02)
                if chance.random() < 0.25:
                    raise Interrupted
        except Interrupted:
            return 0
        SEEN.update(dict.fromkeys(ids, seen))
        return len(ids)

    return act


class Interrupted(Exception):  # noqa: N818 - an act given up, not a fault
    pass


def test_committed_entries_are_numbered_once_in_the_order_they_were_written(fact):
    with transaction.atomic():
        enter_many([fact(stream=stream) for stream in ("a", "b", "a", "a", "b")])
    while left := waiting():
        assert number_pending(limit=2) in (0, min(2, left))
    got = Entry.objects.order_by("arrival").values_list("stream", "stream_number", "log_number")
    assert list(got) == [("a", 1, 0), ("b", 1, 1), ("a", 2, 2), ("a", 3, 3), ("b", 2, 4)]


@pytest.mark.fault
def test_two_hundred_writers_at_once_with_rollbacks_leave_no_gap(write, at_once, sequencer):
    with sequencer(), sequencer():
        committed = sum(at_once(write, range(200)))
    number(waiting())
    entries = assert_dense()
    assert len(entries) == committed
    assert_nothing_overtook_what_its_writer_saw(entries)


def test_an_open_transaction_holds_back_what_is_younger_and_nothing_older(fact, at_once):
    with transaction.atomic():
        older = enter(fact())
    with transaction.atomic():
        enter(fact())
        at_once(lambda _: commit(fact()), [0, 1])
        at_once(lambda _: number(1), [0])
        assert Entry.objects.get(log_number=0).id == older
        assert at_once(lambda _: (number_pending(), waiting()), [0]) == [(0, 2)]
    number(3)
    assert_dense()


def test_nothing_overtakes_an_entry_that_it_may_rest_on(fact, at_once):
    """`late` was written after `seen` could be seen, yet by an older transaction; `seen` waits for a third one."""
    parameters = connection.get_connection_params()
    with psycopg.connect(**parameters) as third:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_current_xact_id()")
            third.execute("SELECT pg_current_xact_id()")
            (seen,) = at_once(lambda _: commit(fact()), [0])
            late = enter(fact())
        assert number_pending() == 0
    number(2)
    assert list(Entry.objects.order_by("log_number").values_list("id", flat=True)) == [seen, late]


def commit(fact):
    with transaction.atomic():
        return enter(fact)


def test_a_sequencer_stands_by_while_another_works(fact, at_once):
    commit(fact())
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [0x6C696E6C69_01])
        assert at_once(lambda _: number_pending(), [0]) == [0]
    number(1)


def test_entries_restored_from_another_server_need_not_wait_for_its_transaction_numbers(fact):
    commit(fact())
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO record_entry (id, stream, kind, body, digest, xid)"
            " VALUES (gen_random_uuid(), 's', 'k', '', '', '9000000000000')"
        )
    number(2)


@pytest.mark.fault
def test_a_sequencer_killed_at_any_moment_leaves_no_gap_and_changes_no_number(write, at_once, sequencer_process):
    known, seeds = {}, iter(range(1000, 100_000))
    for _ in range(5):
        process = sequencer_process()
        enough = None
        while not enough or time.monotonic() < enough:
            at_once(write, [next(seeds) for _ in range(20)], threads=16)
            if not enough and len(numbers()) > len(known):
                enough = time.monotonic() + random.random() * 0.5
        process.kill()
        process.wait()
        now = numbers()
        assert now | known == now
        known = now
    number(waiting())
    assert_nothing_overtook_what_its_writer_saw(assert_dense())


@pytest.mark.fault
def test_the_sequencer_goes_on_after_the_database_dropped_it(fact, sequencer, drop_connections):
    with sequencer():
        for _ in range(3):
            drop_connections()
            commit(fact())
            deadline = time.monotonic() + 30
            while waiting() and time.monotonic() < deadline:
                time.sleep(0.01)
    assert_dense()
