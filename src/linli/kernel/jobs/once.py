"""Doing a thing once, though it be asked for many times."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def once(key: str) -> Iterator[bool]:
    """Whether the block is the first to do what `key` names; its effects and that answer commit together.

        with once(f"closing-letter:{request}") as first:
            if first:
                …

    If the block fails, nothing was done and the next one is first. Two at the same time: the second waits for the
    first, and is told whether there is still something to do. Keys are remembered for 90 days.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO jobs_done (key) VALUES (%s) ON CONFLICT DO NOTHING", [key])
            first = cursor.rowcount == 1
        yield first


def forget_older(*, days: int) -> int:
    """Forget keys of effects older than `days`; nothing that old is still being retried."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM jobs_done WHERE at < now() - make_interval(days => %s)", [days])
        return int(cursor.rowcount)
