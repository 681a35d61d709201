"""Facts to enter, and sequencers at work."""

import time
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event, Thread

import pytest
from django.db import transaction

from linli.kernel.record import Fact, Publisher, enter_many, number_pending, run_sequencer, waiting


@pytest.fixture(autouse=True)
def published(settings, tmp_path):
    """Where this test's logs are published."""
    settings.RECORD = str(tmp_path / "record")
    return tmp_path / "record"


@pytest.fixture
def fact():
    """A fact like those of a request."""

    def make(body=None, **given):
        at = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
        return Fact(**{"stream": "c/requests", "kind": "request.filed", "body": body or {}, "at": at, **given})

    return make


@pytest.fixture
def sequencer():
    """A sequencer in a thread of its own, stopped at the end of the block."""

    @contextmanager
    def running():
        stop = Event()
        thread = Thread(target=run_sequencer, args=[stop], kwargs={"pause": 0.001})
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    return running


@pytest.fixture
def sequencer_process(program, published):
    """Starts a sequencer as a process of its own; `first` is done in it before."""

    def start(first=""):
        return program(
            "settings.RECORD = sys.argv[2]\n"
            "from threading import Event; from linli.kernel.record import run_sequencer\n"
            f"{first}\nrun_sequencer(Event(), pause=0.001)",
            published,
        )

    return start


@pytest.fixture
def act(fact):
    """Enters facts and has them numbered."""

    def done(count, stream="c/requests"):
        with transaction.atomic():
            ids = enter_many([fact({"no": no}, stream=stream) for no in range(count)])
        deadline = time.monotonic() + 60
        while waiting():
            assert time.monotonic() < deadline
            number_pending()
        return ids

    return done


@pytest.fixture
def publish():
    """Publishes all there is of a log, as a sequencer that has just been started."""

    def done(log="main"):
        publisher = Publisher(log)
        while publisher.publish():
            pass

    return done
