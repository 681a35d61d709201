"""No name or number of the demo's people stands anywhere but sealed: not in a table, the record, a log or a letter."""

from __future__ import annotations

import logging
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from linli.demo import fill
from linli.demo.people import neighbours
from linli.kernel.vault.models import SealedValue

NOW = datetime(2026, 3, 20, 15, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
VAULT = SealedValue._meta.db_table
"""The one table that may hold personal values: as ciphertext."""


@pytest.fixture
def lived(db, caplog):
    with caplog.at_level(logging.INFO):
        fill(at=NOW, requests=40, progress=lambda done, of, what: None)
    return caplog


def personal_values() -> set[str]:
    people = neighbours(60, Random(0))
    return {person.phone for person in people} | {person.name for person in people}


def tables() -> list[str]:
    return [name for name in connection.introspection.table_names() if name != VAULT]


def rows_with(table: str, values: set[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT t::text FROM "{table}" t')  # noqa: S608 - the table's name is the database's own
        return [row for (row,) in cursor.fetchall() if any(_stands_in(value, row) for value in values)]


def _stands_in(value: str, row: str) -> bool:
    """As text, and as the hexadecimal that a bytes column prints."""
    return value in row or value.encode().hex() in row


def test_no_table_but_the_vault_holds_a_personal_value(lived):
    found = {table: rows for table in tables() if (rows := rows_with(table, personal_values()))}
    assert not found, {table: len(rows) for table, rows in found.items()}


def test_even_the_vault_holds_them_only_sealed(lived):
    assert rows_with(VAULT, personal_values()) == []


def test_no_log_line_holds_a_personal_value(lived):
    assert not [record for record in lived.records if any(value in record.getMessage() for value in personal_values())]


def test_the_check_would_notice(lived):
    phone = neighbours(1, Random(0))[0].phone
    with connection.cursor() as cursor:
        cursor.execute("UPDATE matters_matter SET title = %s WHERE kind = 'request'", [f"call {phone}"])
    assert rows_with("matters_matter", personal_values())
