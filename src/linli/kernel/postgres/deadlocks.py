"""Two acts that each hold the row the other waits for: the database ends one, and that one is done again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError, connection, transaction
from psycopg.errors import DeadlockDetected

TRIES = 3
Done = TypeVar("Done")


def untangled(work: Callable[[], Done]) -> Done:
    """Does it in a transaction, and again where that was ended to undo a deadlock; within another it is not ours to."""
    for last in (*[False] * (TRIES - 1), True):
        try:
            with transaction.atomic():
                return work()
        except OperationalError as error:
            if last or connection.in_atomic_block or not isinstance(error.__cause__, DeadlockDetected):
                raise
    raise AssertionError("the last try returns or raises")
