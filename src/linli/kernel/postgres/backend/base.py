"""The backend as Django finds it by the setting ENGINE."""

from __future__ import annotations

from select import POLLIN, poll
from typing import TYPE_CHECKING

import psycopg
from django.db.backends.postgresql import base

if TYPE_CHECKING:
    from psycopg_pool import ConnectionPool


class DatabaseWrapper(base.DatabaseWrapper):
    """Finds every dead connection of the pool when it finds the first.

    By itself a pool tries them one by one and sleeps 1, 2, 4 … seconds in between: after a restart of the server a
    page would wait until it gives up. And it asks the server before each page, where a look at the line is enough.
    """

    @property
    def pool(self) -> ConnectionPool | None:
        """This process's pool, if it has one."""
        pool: ConnectionPool | None = super().pool
        if pool is not None and pool._check is not None:

            def check(connection: psycopg.Connection) -> None:
                if _quiet(connection):
                    return
                try:
                    pool.check_connection(connection)
                except psycopg.Error:
                    pool.check()
                    raise

            pool._check = check
        return pool


def _quiet(connection: psycopg.Connection) -> bool:
    """Whether the server has neither hung up nor said anything unasked, as one that goes says why."""
    line = poll()
    line.register(connection.fileno(), POLLIN)
    return not line.poll(0)
