"""Other hands at work: threads and processes on the test's own database, all at once."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

PREPARE = """
import sys
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
sys.path.insert(0, sys.argv[2])
import django
django.setup()
"""


@pytest.fixture
def at_once():
    """Runs an act for each argument, on many connections at once; what one raises is raised here."""

    def run(act, arguments, threads=16):
        def one(argument):
            try:
                return act(argument)
            finally:
                connection.close()

        with ThreadPoolExecutor(threads) as pool:
            return list(pool.map(one, arguments))

    return run


@pytest.fixture
def program():
    """Starts Python code as a process of its own on the test's database; kills what still runs at the end."""
    started = []

    def start(code, folder=""):
        name = str(connection.settings_dict["NAME"])
        command = [sys.executable, "-c", PREPARE + code, name, str(folder)]
        env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        started.append(subprocess.Popen(command, env=env))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def drop_connections():
    """Has the database drop every connection but the test's own, as when it is restarted."""

    def drop():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    return drop
