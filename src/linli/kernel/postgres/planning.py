"""Statements whose best plan depends on their values: lists by area, category and time, words searched for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def planned_anew() -> Iterator[None]:
    """What runs inside is not prepared, so that it is planned for its own values; evaluate querysets inside.

    A prepared statement soon shares one plan among all values, and without them the database takes an area for a
    four-hundredth of everything: it would read and sort the whole subdistrict for a page of fifty.
    """
    connection.ensure_connection()
    raw = connection.connection
    before = raw.prepare_threshold
    raw.prepare_threshold = None
    try:
        yield
    finally:
        raw.prepare_threshold = before
