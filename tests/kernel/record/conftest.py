"""Facts to enter, and sequencers at work."""

from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event, Thread

import pytest

from linli.kernel.record import Fact, run_sequencer


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
def sequencer_process(program):
    """Starts a sequencer as a process of its own."""

    def start():
        return program(
            "from threading import Event; from linli.kernel.record import run_sequencer;"
            "run_sequencer(Event(), pause=0.001)"
        )

    return start
