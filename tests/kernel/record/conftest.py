"""Another pair of hands: threads and processes that work on the same database at once."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event, Thread

import pytest
from django.db import connection

from linli.kernel.record import Fact, run_sequencer

SEQUENCER = """
import django; django.setup()
from threading import Event
from linli.kernel.record import run_sequencer
run_sequencer(Event(), pause=0.001)
"""


@pytest.fixture
def fact():
    """A fact like those of a request."""

    def make(body=None, **given):
        at = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
        return Fact(**{"stream": "c/requests", "kind": "request.filed", "body": body or {}, "at": at, **given})

    return make


@pytest.fixture
def at_once():
    """Runs an act for each argument on many connections at once; what one raises is raised here."""

    def run(act, arguments, threads=40):
        def one(argument):
            try:
                return act(argument)
            finally:
                connection.close()

        with ThreadPoolExecutor(threads) as pool:
            return list(pool.map(one, arguments))

    return run


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
def sequencer_process():
    """Starts a sequencer as a process of its own on the test's database."""
    started = []

    def start():
        place = connection.settings_dict
        url = "postgresql://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**place)
        env = os.environ | {"LINLI_DATABASE_URL": url, "PYTHONPATH": os.pathsep.join(sys.path)}
        started.append(subprocess.Popen([sys.executable, "-c", SEQUENCER], env=env))  # noqa: S603 - our own code
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
