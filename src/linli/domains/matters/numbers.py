"""Public numbers: short enough to read out on the phone, never reused. `SQ26-000123`."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.utils.timezone import localtime


def numbers(prefix: str, count: int, *, at: datetime) -> list[str]:
    """`count` new numbers in one statement; a refused act may leave a hole, which proves nothing (the record does)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('matter_number') FROM generate_series(1, %s)", [count])
        return [f"{prefix}{localtime(at):%y}-{serial:06d}" for (serial,) in cursor.fetchall()]
