"""Entering public facts: in the transaction of the act they tell of, so that neither stands without the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction

from linli.kernel.ids import new_id
from linli.kernel.record.commitment import commitment, new_salt
from linli.kernel.record.entry import Fact, written
from linli.kernel.record.promising import note_entries
from linli.kernel.tlog import Promised

_ENTRIES = """
WITH salts AS (
  INSERT INTO record_salt (entry_id, name, salt) SELECT * FROM unnest(%s::uuid[], %s::text[], %s::bytea[])
)
INSERT INTO record_entry (id, stream, kind, body, digest, at)
SELECT * FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::bytea[], %s::bytea[], %s::timestamptz[])
"""
_LONG_BODIES = "INSERT INTO record_longbody (entry_id, body) SELECT * FROM unnest(%s::uuid[], %s::bytea[])"


class _Row(NamedTuple):
    id: UUID
    stream: str
    kind: str
    body: bytes
    digest: bytes
    at: datetime | None


def enter_many(facts: Sequence[Fact]) -> list[UUID]:
    """Enter `facts` in this order and answer their entries' ids; they get their numbers after commit.

    One statement for all entries and salts. Must be called inside the act's transaction, which should commit within
    a second: entries written after the first one of a transaction still open wait for it. Takes no lock, so a busy
    stream makes nobody wait. Raises `NotForTheRecord` when a fact may not be entered; then none is.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("enter facts inside the transaction of the act they tell of")
    if not facts:
        return []
    rows: list[_Row] = []
    salts: list[tuple[UUID, str, bytes]] = []
    long_bodies: list[tuple[UUID, bytes]] = []
    for fact in facts:
        row, own_salts, too_large = _row(fact)
        rows.append(row)
        salts += [(row.id, name, salt) for name, salt in own_salts.items()]
        long_bodies += [(row.id, body) for body in too_large]
    _insert(_ENTRIES, _columns(salts, 3) + _columns(rows, 6))
    if long_bodies:
        _insert(_LONG_BODIES, _columns(long_bodies, 2))
    note_entries(Promised(row.stream, row.digest) for row in rows)
    return [row.id for row in rows]


def enter(fact: Fact) -> UUID:
    """`enter_many` for one fact."""
    return enter_many([fact])[0]


def _row(fact: Fact) -> tuple[_Row, dict[str, bytes], list[bytes]]:
    entry = new_id()
    salts = {name: new_salt() for name in fact.private}
    commitments = {name: commitment(salt=salts[name], value=value) for name, value in fact.private.items()}
    body, too_large = written(fact, entry=entry, commitments=commitments)
    return _Row(entry, fact.stream, fact.kind, body, sha256(body).digest(), fact.at), salts, too_large


def _insert(statement: str, columns: list[list[object]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, columns)


def _columns(rows: Sequence[tuple[object, ...]], width: int) -> list[list[object]]:
    """Rows as arrays, whose order is the order of writing."""
    return [[row[place] for row in rows] for place in range(width)]
