"""kill -9 of the embedded PostgreSQL under load: no acknowledged write and no job is lost, each effect happens once."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from linli.config.database import embedded
from linli.kernel.postgres.liveness import postmaster

pytestmark = [pytest.mark.fault, pytest.mark.xdist_group("embedded")]

START = """
import django
django.setup()
from linli.kernel.jobs import job, once
from django.db import connection

@job("test.effect", once=True)
def effect(number):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO effects VALUES (%s)", [number])
"""

MIGRATE = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE effects (number int)")
"""

WRITE = """
from datetime import UTC, datetime
from itertools import count
from django.db import Error, transaction
from linli.kernel.jobs import later
from linli.kernel.record import Fact, enter
for number in count():
    try:
        with transaction.atomic():
            fact = {"number": number}
            enter(Fact(stream="c/test", kind="test.done", body=fact, at=datetime.now(UTC), private={"text": "x"}))
            later(effect, number=number)
    except Error:
        connection.close()
    else:
        print(number, flush=True)
"""

WORK = """
from linli.kernel.jobs import run_worker, waiting, worker
worker.STALLED_AFTER = 2.0
waiting.requeue.__kwdefaults__["stalled_after"] = 2.0
run_worker(concurrency=4, heartbeat=0.5)
"""

NUMBER = """
from threading import Event
from linli.kernel.record import run_sequencer
run_sequencer(Event(), pause=0.01)
"""


@pytest.fixture
def home():
    """The home of a deployment of its own, stopped at the end; the server's user passes through."""
    with tempfile.TemporaryDirectory(prefix="linli-test-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)
        embedded(Path(folder)).stop()


@contextmanager
def program(home, code, **given):
    """A process of that deployment, killed when its time is over."""
    env = {name: value for name, value in os.environ.items() if name != "LINLI_DATABASE_URL"}
    env |= {"LINLI_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", START + code], env=env, text=True, **given) as process:
        try:
            yield process
        finally:
            process.kill()


def test_what_was_acknowledged_is_there_once(home):
    server = embedded(home)
    server.start()
    with program(home, MIGRATE) as migration:
        assert migration.wait() == 0
    with program(home, WORK), program(home, NUMBER):
        with (home / "acknowledged").open("w") as told, program(home, WRITE, stdout=told):
            for _ in range(3):
                before = written(home)
                while len(written(home)) < len(before) + 200:
                    time.sleep(0.05)
                os.kill(postmaster(server.folders.data), signal.SIGKILL)
                server.start()
        acknowledged = set(written(home))
        deadline = time.monotonic() + 120
        while (left := unfinished(server)) != (0, 0):
            assert time.monotonic() < deadline, f"{left} jobs and entries still wait"
            time.sleep(0.2)
    with server.connect() as look:
        effects = [number for (number,) in look.execute("SELECT number FROM effects ORDER BY number")]
        entered = look.execute("SELECT convert_from(body, 'utf8')::json #>> '{body,number}' FROM record_entry")
        numbers = look.execute("SELECT log_number, stream_number FROM record_entry ORDER BY 1").fetchall()
    assert acknowledged <= set(effects)
    assert effects == sorted(int(number) for (number,) in entered)
    assert len(effects) == len(set(effects)) >= 600
    assert numbers == [(index, index + 1) for index in range(len(effects))]


def written(home):
    """What the writer was told is safe; a last line cut short by its end does not count."""
    return [int(line) for line in (home / "acknowledged").read_text().splitlines(keepends=True) if line.endswith("\n")]


def unfinished(server):
    """Jobs of the test and entries that still wait."""
    with server.connect() as look:
        jobs = look.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'test.effect'").fetchone()
        entries = look.execute("SELECT count(*) FROM record_entry WHERE log_number IS NULL").fetchone()
    return jobs[0], entries[0]
