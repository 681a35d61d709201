"""Public numbers: short enough to read out on the phone, never reused. `SQ26-000123`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import connection
from django.utils.timezone import localtime


def numbers(prefix: str, times: Sequence[datetime]) -> list[str]:
    """A new number for each of these times; a refused act may leave a hole, which proves nothing (the record does).

    One statement.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('matter_number') FROM generate_series(1, %s)", [len(times)])
        serials = [serial for (serial,) in cursor.fetchall()]
    return [f"{prefix}{localtime(at):%y}-{serial:06d}" for at, serial in zip(times, serials, strict=True)]
