"""How the vault speaks to PostgreSQL: few statements, each over whole sets, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection

Given = Sequence[Any] | Mapping[str, Any]


def fetch(sql: str, given: Given = ()) -> list[Any]:
    """The rows of one statement."""
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())


def execute(sql: str, given: Given = ()) -> int:
    """Runs one statement and says how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return int(cursor.rowcount)
