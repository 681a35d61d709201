"""After a restart of the server, a process finds all its dead connections with the first of them."""

import threading

import pytest
from django.db import connection
from tests.kernel.conftest import at_once, drop_connections

__all__ = ["at_once", "drop_connections"]
pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]
SEVERAL = 6


def ask(_=None):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone()


@pytest.fixture
def several(at_once):
    """The pool keeps connections that served several threads at once."""
    together = threading.Barrier(SEVERAL)

    def hold(_):
        ask()
        together.wait()

    at_once(hold, range(SEVERAL), threads=SEVERAL)
    assert len(connection.pool._pool) >= SEVERAL


def test_the_first_dead_one_gives_all_others_away(several, drop_connections, at_once):
    drop_connections()
    assert at_once(ask, [1]) == [(1,)]
    for kept in list(connection.pool._pool):
        connection.pool.check_connection(kept)


def test_nobody_is_refused_afterwards(several, drop_connections, at_once):
    drop_connections()
    assert at_once(ask, range(3 * SEVERAL), threads=SEVERAL) == [(1,)] * 3 * SEVERAL
