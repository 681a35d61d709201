"""How changes of the tree keep out of one another's way."""

from django.db import connection

_TREE = 0x504C4143  # any number, the same for all of us: "PLAC"


def growing() -> None:
    """Taken by whoever adds: many at once, but never while a subtree moves, which would leave new children behind."""
    _take("pg_advisory_xact_lock_shared")


def moving() -> None:
    """Taken by whoever moves or retires a subtree: alone. Held until the transaction ends."""
    _take("pg_advisory_xact_lock")


def _take(lock: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {lock}(%s)", [_TREE])
