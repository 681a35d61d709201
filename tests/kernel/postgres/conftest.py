"""A server of one's own per test, in a folder that others may pass through."""

import os
import tempfile
import warnings
from pathlib import Path

import pytest

from linli.kernel.postgres import Server


@pytest.fixture
def home():
    with tempfile.TemporaryDirectory(prefix="linli-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def server(home):
    made = Server(home, password="it's a secret", durable=False)
    yield made
    made.stop()


@pytest.fixture
def as_user():
    """Runs a function in a child that has become another user; answers what it returned, as text."""
    return become


def become(uid, gid, act):
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child only speaks to a socket
        child = os.fork()
    if child == 0:
        try:
            os.chdir("/")
            os.setgroups([])
            os.setgid(gid)
            os.setuid(uid)
            told = str(act())
        except Exception as error:  # noqa: BLE001 - whatever the child met is the answer
            told = f"{type(error).__name__}: {error}"
        os.write(writing, told.encode()[:4000])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    os.waitpid(child, 0)
    return told
