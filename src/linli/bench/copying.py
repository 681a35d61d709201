"""Copies lived requests into the past, set by set in SQL, until there are as many as the bench wants.

A copy is the same life some days earlier under its own identifiers and numbers. Identifiers stay time-ordered, every
row of a life is there (texts, clocks, events, record entries, sealed values, messages, search), and indexes and foreign
keys are built over the whole afterwards, as a restore does it. What is sealed cannot be opened in a copy: nobody asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.db import connection

from linli.bench.figures import Progress
from linli.kernel.postgres import Server

if TYPE_CHECKING:
    from django.db.backends.postgresql.base import DatabaseWrapper


@dataclass(frozen=True)
class Copied:
    """A table: columns that name copied rows, columns written otherwise, and which of its rows."""

    ids: tuple[str, ...] = ()
    others: Mapping[str, str] = field(default_factory=dict)
    rows: str = "true"


TABLES: dict[str, Copied] = {
    "matters_matter": Copied(
        ("id", "parent_id"),
        {
            "number": "left(number, 5) || regexp_replace("
            "to_char(substr(number, 6, 6)::int + %(copy)s::int * %(lives)s, 'FM00000009'), '^0{1,2}', '')"
            " || substr(number, 12)",
            "tracking": "sha256(tracking || int4send(%(copy)s::int))",
        },
    ),
    "requests_request": Copied(("matter_id", "lead_id")),
    "requests_assignment": Copied(("matter_id", "request_id")),
    "matters_event": Copied(("id", "matter_id", "entry")),
    "matters_text": Copied(("id", "matter_id", "event_id", "sealed")),
    "matters_clock": Copied(("id", "matter_id")),
    "matters_verdict": Copied(("id", "matter_id", "event_id")),
    "matters_searchrow": Copied(("matter_id",)),
    "vault_value": Copied(("id",), rows="field ^@ 'text.'"),
    "record_entry": Copied(
        ("id",),
        {
            "log_number": "log_number + %(copy)s * count(*) OVER ()",
            "stream_number": "stream_number + %(copy)s * count(*) OVER (PARTITION BY stream)",
        },
        rows="kind ^@ 'request.' OR kind ^@ 'assignment.'",
    ),
    "record_salt": Copied(("entry_id",), rows="entry_id IN (SELECT id FROM bench_record_entry)"),
    "delivery_message": Copied(("id", "matter"), {"key": "key || ':' || %(copy)s"}),
}

EARLIER = (
    "(lpad(to_hex(('x' || left({0}::text, 8))::bit(32)::bigint - %(copy)s * 64), 8, '0') || substr({0}::text, 9))::uuid"
)
"""An identifier (RFC 9562, version 7) some seventy minutes earlier for each copy: its first 32 bits count 65.5 s."""

ENDED = """
UPDATE bench_matters_clock SET stopped_at = started_at, paused = false WHERE stopped_at IS NULL;
UPDATE bench_matters_matter
SET state = CASE kind WHEN 'request' THEN 'closed' ELSE 'ended' END,
    closed_at = state_since, due_at = NULL, due_clock = ''
WHERE closed_at IS NULL
"""
COLUMNS = """
SELECT column_name, udt_name FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = %s AND is_identity = 'NO' AND is_generated = 'NEVER'
AND column_default IS NULL
ORDER BY ordinal_position
"""
KEYS = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
       format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text = ANY(%s)
"""
INDEXES = """
SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
FROM pg_index WHERE indrelid::regclass::text = ANY(%s)
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype <> 'f')
"""


def set_aside(*, numbers: int) -> None:
    """Keeps what was lived as the pattern of every copy, and the next `numbers` public numbers for the copies."""
    with connection.cursor() as cursor:
        for table, copied in TABLES.items():
            aside = f"CREATE UNLOGGED TABLE bench_{table} AS SELECT * FROM {table} WHERE {copied.rows}"  # noqa: S608 - our own names
            cursor.execute(aside)
        cursor.execute("SELECT setval('matter_number', %s)", [numbers])


def end_lives() -> None:
    """Ends what is still open in the pattern: copies made from here on are of times when all of it had ended."""
    with connection.cursor() as cursor:
        cursor.execute(ENDED)


def copy(copies: range, *, lives: int, span: timedelta, progress: Progress) -> None:
    """Adds these copies of the `lives` set aside, each `span` earlier than the one before."""
    if not copies:
        return
    with connection.cursor() as cursor, _bare():
        for done, number in enumerate(copies):
            progress(done, len(copies), "copies")
            for table, copied in TABLES.items():
                given: dict[str, Any] = {"copy": number, "lives": lives, "shift": span * number}
                cursor.execute(_statement(table, copied), given)
        progress(len(copies), len(copies), "copies")


def settle() -> None:
    """What autovacuum and checkpoints would do in their own time, so that none of it falls into a measurement."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    connection.close()
    cast("DatabaseWrapper", connection).close_pool()
    server = own_server()
    server.stop()  # writes out all that the copies changed
    server.start()


def own_server() -> Server:
    """The embedded server that a bench fills."""
    if settings.EMBEDDED is None:
        raise RuntimeError("a bench runs on an embedded server of its own")
    return settings.EMBEDDED


def _statement(table: str, copied: Copied) -> str:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS, [table])
        columns = {name: _written(name, kind, copied) for name, kind in cursor.fetchall()}
    names, values = (", ".join(f'"{name}"' for name in columns), ", ".join(columns.values()))
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM bench_{table}"  # noqa: S608 - our own tables


def _written(name: str, kind: str, copied: Copied) -> str:
    if name in copied.others:
        return copied.others[name]
    if name in copied.ids:
        return EARLIER.format(f'"{name}"')
    return f'"{name}" - %(shift)s' if kind == "timestamptz" else f'"{name}"'


@contextmanager
def _bare() -> Iterator[None]:
    """The copied tables without foreign keys and indexes, which come back when the copies are there."""
    tables = list(TABLES)
    with connection.cursor() as cursor:
        pairs = []
        for found in (KEYS, INDEXES):
            cursor.execute(found, [tables])
            pairs += cursor.fetchall()
        for drop, _ in pairs:
            cursor.execute(drop)
        yield
        for _, make in reversed(pairs):
            cursor.execute(make)
