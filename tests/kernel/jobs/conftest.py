"""Workers as processes of their own, and a table that shows what jobs did."""

import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from linli.kernel.jobs import standing

HERE = str(Path(__file__).parent)

IMPATIENT_WORKER = """
import workshop
from linli.kernel.jobs import run_worker, waiting, worker
worker.STALLED_AFTER = 2.0
waiting.requeue.__kwdefaults__["stalled_after"] = 2.0
run_worker(concurrency=4, heartbeat=0.2)
"""


@pytest.fixture
def workshop(transactional_db):
    """The jobs these tests run, and the table in which each leaves a line."""
    sys.path.insert(0, HERE)
    import workshop

    sys.path.remove(HERE)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE effects (what text)")
    yield workshop
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE effects")


@pytest.fixture
def effects():
    """What jobs have done so far, in alphabetical order."""

    def read():
        with connection.cursor() as cursor:
            cursor.execute("SELECT what FROM effects ORDER BY what")
            return [what for (what,) in cursor.fetchall()]

    return read


@pytest.fixture
def worker(program):
    """Starts a worker process that takes another for dead after two seconds."""
    return lambda: program(IMPATIENT_WORKER, folder=HERE)


@pytest.fixture
def eventually():
    """Waits until something holds; a minute at most."""

    def wait(holds, seconds=60):
        deadline = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < deadline, f"still {standing()}"
            time.sleep(0.05)

    return wait
