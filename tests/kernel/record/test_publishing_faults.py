"""Killed at any instruction, without room, twice at once or with a wrong clock: the record stays one, and whole."""

import errno
import os
import random
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from threading import Event

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone
from tests.faults.small_disk import small_disk
from tests.kernel.record.auditor import read, shown

from linli.kernel.record import Publisher, enter_many, log_called, waiting
from linli.kernel.tlog import store_at

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]

KILLS = int(os.environ.get("LINLI_TEST_KILLS", "4"))
"""How often a sequencer is killed at a random instant."""


class Killed(BaseException):
    """Nothing catches it and nothing is cleaned up after it, as after kill -9."""


class Steps:
    """Counts every step of publishing that changes anything, and ends it before the chosen one."""

    def __init__(self, monkeypatch):
        self.last, self.taken, self.ending = None, 0, Killed()
        for owner, name in (
            (os, "fsync"),
            (Path, "rename"),
            (Path, "open"),
            (shutil, "rmtree"),
            (Publisher, "_signed"),
        ):
            monkeypatch.setattr(owner, name, self.counted(getattr(owner, name), name))

    def counted(self, act, name):
        def step(*given, **named):
            if name == "open" and given[1:2] != ("wb",):
                return act(*given, **named)
            self.taken += 1
            if self.taken - 1 == self.last:
                raise self.ending
            return act(*given, **named)

        return step

    def end_before(self, number, ending):
        self.last, self.taken, self.ending = number, 0, ending


@pytest.fixture
def steps(monkeypatch):
    return Steps(monkeypatch)


@pytest.mark.parametrize("ending", [Killed(), OSError(errno.ENOSPC, "No space left on device")], ids=["killed", "full"])
def test_ended_before_any_step_nothing_is_lost_and_nothing_changes(act, publish, published, steps, ending):
    act(100)
    publish()
    known, number, ended = read(published)[1], 0, True
    while ended:
        act(256)
        steps.end_before(number, ending)
        try:
            publish()
        except (Killed, OSError):
            checkpoint, entries = shown(published)
            assert checkpoint.size in (len(known), len(known) + 256)
            assert entries[: len(known)] == known
            if isinstance(ending, OSError):
                assert not list(published.rglob("*.new"))
        else:
            ended = False
        steps.end_before(None, None)
        publish()
        checkpoint, entries = read(published)
        assert (checkpoint.size, entries[: len(known)]) == (len(known) + 256, known)
        known, number = entries, number + 1
    assert number > 20


def test_a_full_disk_holds_publishing_up_and_nothing_else(act, publish, settings):
    with small_disk("1m") as disk:
        settings.RECORD = str(disk.place / "record")
        act(300)
        publish()
        disk.fill()
        act(300)
        with pytest.raises(OSError, match="No space left"):
            publish()
        assert shown(settings.RECORD)[0].size == 300
        assert waiting() == 0
        disk.clear()
        publish()
        assert read(settings.RECORD)[0].size == 600


def test_a_sequencer_goes_on_by_itself_when_there_is_room_again(act, sequencer, published, monkeypatch):
    room = Event()

    def sync(handle, _sync=os.fsync):
        if not room.is_set():
            raise OSError(errno.ENOSPC, "No space left on device")
        _sync(handle)

    monkeypatch.setattr(os, "fsync", sync)
    with sequencer():
        act(3)
        time.sleep(0.5)
        assert shown(published) is None
        room.set()
        eventually((published / "main/checkpoint").exists)
    assert read(published)[0].size == 3


def test_a_clock_that_goes_backwards_changes_nothing(act, publish, published, monkeypatch):
    act(3)
    publish()
    (before,) = signed_at()
    monkeypatch.setattr(timezone, "now", lambda _now=timezone.now: _now() - timedelta(days=400))
    act(3)
    publish()
    assert signed_at() == [before]
    assert read(published)[0].size == 6


def signed_at():
    with connection.cursor() as cursor:
        cursor.execute("SELECT signed_at FROM record_log")
        return [at for (at,) in cursor.fetchall()]


def test_of_two_publishers_one_works_in_one_database_and_on_one_disk(act, publish, published):
    act(3)
    with store_at(str(published), "main").alone() as alone:
        assert alone
        assert Publisher("main").publish() is None
    publish()
    with Publisher("main")._alone() as head:
        assert head.size == 3
        act(3)
        with ThreadPoolExecutor(1) as other:
            assert other.submit(in_a_connection_of_its_own, Publisher("main").publish).result() is None
    publish()
    assert read(published)[0].size == 6


def in_a_connection_of_its_own(act):
    try:
        return act()
    finally:
        connection.close()


def test_a_publisher_that_lost_its_lock_signs_nothing_in_the_others_place(act, publish, published):
    late = Publisher("main")
    act(3)
    sign = late._signed

    def overtaken(head, edge):
        with ThreadPoolExecutor(1) as other:
            other.submit(in_a_connection_of_its_own, lambda: unlocked(Publisher("main"))).result()
        return sign(head, edge)

    late._signed = overtaken
    with pytest.raises(OperationalError, match="another sequencer"):
        late.publish()
    publish()
    assert read(published)[0].size == 6


def unlocked(publisher):
    """Publishes as if the database and the disk had let it, after three more entries were numbered."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO record_entry (id, stream, kind, body, digest, log_id, log_number, stream_number)"
            " SELECT gen_random_uuid(), stream, kind, body, digest, log_id, log_number + 3, stream_number + 3"
            " FROM record_entry"
        )
    publisher._alone = lambda: nullcontext(log_called("main"))
    publisher.publish()


def test_killed_at_any_instant_a_sequencer_leaves_one_record(fact, published, sequencer_process):
    """KILLS times, with another one beside it for half of them; LINLI_TEST_KILLS=200 for a long run."""
    entered, known = 0, []
    for kill in range(KILLS):
        first = sequencer_process()
        second = sequencer_process() if kill % 2 else None
        until = time.monotonic() + (0.0 if entered else 10.0) + random.random() * 3
        while time.monotonic() < until:
            entered += some(fact, random.randint(1, 120))
            time.sleep(0.05)
        for process in (first, second):
            if process:
                process.kill()
                process.wait()
        if seen := shown(published):
            assert seen[1][: len(known)] == known
            known = seen[1]
    assert known
    last = sequencer_process()
    eventually(lambda: log_called("main").size == entered, within=60)
    eventually(lambda: shown(published)[0].size == entered)
    last.kill()
    checkpoint, entries = read(published)
    assert entries[: len(known)] == known
    assert (checkpoint.size, len({sha256(entry).digest() for entry in entries})) == (entered, entered)


def some(fact, count):
    with transaction.atomic():
        return len(enter_many([fact({"no": no}) for no in range(count)]))


def eventually(true, within=30):
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)
