"""Checkpoints are shown with the cosignatures of those who answered in time; who did not, everybody can see."""

import threading
import time
from contextlib import contextmanager

import pytest
from django.db import transaction

from linli.kernel.auditing import Audit, Directory, Outcome, audit
from linli.kernel.record import (
    Publisher,
    all_logs,
    enter_many,
    number_pending,
    policy_text,
    vouching,
    waiting,
    witness_standings,
)
from linli.kernel.tlog import COSIGNS, cosigned_at, new_key, parse_note, parse_policy
from linli.kernel.witnessing.memory import Memory
from linli.kernel.witnessing.serving import server
from linli.kernel.witnessing.witness import Witnessing

pytestmark = pytest.mark.django_db(transaction=True)

KEY = new_key("university.example", kind=COSIGNS)


@pytest.fixture
def enter(fact, published):
    """Enters facts, numbers and publishes them with the same publisher each time."""
    publishers = []

    def done(count):
        with transaction.atomic():
            enter_many([fact({"no": number}) for number in range(count)])
        while waiting():
            number_pending()
        publishers or publishers.append(Publisher("main"))
        while publishers[0].publish():
            pass
        return publishers[0]

    return done


@pytest.fixture
def witnessed(settings, tmp_path, enter, monkeypatch):
    """Names a witness to the deployment; answers what starts and stops it."""
    monkeypatch.setattr(vouching, "FIRST_REST", 0.0)
    monkeypatch.setattr(vouching, "LOOK", 0.0)
    monkeypatch.setattr(vouching, "WITHIN", 5.0)
    settings.RECORD_WITNESSES = tmp_path / "witnesses.policy"
    settings.RECORD_WITNESSES.write_text("quorum none\n")
    enter(1)
    memory = Memory(tmp_path / "seen.db")
    made = Witnessing(KEY, parse_policy(policy_text().encode()), memory, now)
    port = [0]

    @contextmanager
    def running():
        with server(made, host="127.0.0.1", port=port[0]) as door:
            port[0] = door.server_port
            settings.RECORD_WITNESSES.write_text(
                f"witness university {KEY.verifier} http://127.0.0.1:{port[0]}\nquorum university\n"
            )
            thread = threading.Thread(target=door.serve_forever, args=(0.01,))
            thread.start()
            try:
                yield
            finally:
                door.shutdown()
                thread.join()

    return running


def look(publisher, until, within=30):
    """Lets a quiet log's publisher look until it has seen something."""
    end = time.monotonic() + within
    while not until():
        assert time.monotonic() < end
        publisher.publish()
        time.sleep(0.02)


def now():
    """The clock as it is when it is asked, which a test may have turned."""
    return time.time()


def shown(published):
    return parse_note((published / "main" / "checkpoint").read_bytes())


def verdict(published):
    return audit(Audit(Directory(published / "main"), parse_policy(policy_text().encode())))


def test_what_is_shown_is_vouched_for(enter, witnessed, published):
    with witnessed():
        for count in (3, 300):
            enter(count)
            assert cosigned_at(shown(published), KEY.verifier) > time.time() - 60
    assert verdict(published).outcome is Outcome.TRUE
    (standing,) = witness_standings()
    assert (standing.name, standing.size, standing.trouble, standing.since) == ("university", 304, None, None)


def test_a_witness_that_is_down_holds_nothing_up_and_is_seen_by_all(enter, witnessed, published):
    with witnessed():
        enter(3)
    enter(5)
    assert verdict(published).outcome is Outcome.UNVOUCHED
    assert verdict(published).size == 9
    (standing,) = witness_standings()
    assert str(standing.trouble.en) == "does not answer"
    assert standing.size == 4
    assert standing.vouched_at
    enter(1)
    assert witness_standings()[0].since == standing.since


def test_a_quiet_log_is_vouched_for_once_the_witness_is_back(enter, witnessed, published):
    with witnessed():
        enter(3)
    publisher = enter(5)
    with witnessed():
        look(publisher, lambda: verdict(published).outcome is Outcome.TRUE)
    (standing,) = witness_standings()
    assert (standing.size, standing.trouble, standing.since) == (9, None, None)


def test_a_quiet_log_is_looked_at_anew_after_a_while(enter, witnessed, published, monkeypatch):
    with witnessed():
        publisher = enter(3)
        monkeypatch.setattr(vouching, "FRESH", -1)
        monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
        look(publisher, lambda: cosigned_at(shown(published), KEY.verifier) == 2_000_000_000)
    assert len(shown(published).signatures) == 2


def test_a_witness_that_knows_another_history_refuses_openly(enter, witnessed, published):
    with witnessed():
        (head,) = all_logs()
        other = Memory(published.parent / "seen.db")
        last = other.last(head.origin)
        other.go_forward(last, type(last)(head.origin, 2, bytes(32)), "another history")
        enter(5)
    assert "does not continue" in witness_standings()[0].trouble.en
    assert verdict(published).outcome is Outcome.UNVOUCHED


def test_a_policy_that_cannot_be_read_asks_nobody_and_stops_nothing(enter, settings, tmp_path, caplog):
    settings.RECORD_WITNESSES = tmp_path / "witnesses.policy"
    settings.RECORD_WITNESSES.write_text("believe me\n")
    enter(3)
    assert all_logs()[0].size == 3
    assert "cannot be read" in caplog.text
