"""Opening and erasing: what the owner of a private value can prove, and how the proof is taken away for good."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import connection

from linli.kernel.record.commitment import matches

_SALT_AND_ENTRY = """
SELECT salt, body FROM record_salt JOIN record_entry ON record_entry.id = entry_id WHERE entry_id = %s AND name = %s
"""
_ERASE = "DELETE FROM record_salt WHERE entry_id = ANY(%s) AND (%s::text[] IS NULL OR name = ANY(%s))"
_BODIES = """
SELECT record_entry.body, record_longbody.body
FROM record_entry LEFT JOIN record_longbody ON entry_id = record_entry.id WHERE record_entry.id = %s
"""


def opens(entry: UUID, name: str, value: str | bytes) -> bool:
    """Whether the commitment called `name` in `entry` stands for `value`; false once its salt is erased."""
    found = _first(_SALT_AND_ENTRY, [entry, name])
    if found is None:
        return False
    salt, body = found
    committed: str = json.loads(bytes(body))["commitments"][name]
    return matches(committed, salt=bytes(salt), value=value)


def salt_of(entry: UUID, name: str) -> bytes | None:
    """The salt to hand to the value's owner, who can then prove it to anyone; `None` once erased."""
    found = _first(_SALT_AND_ENTRY, [entry, name])
    return None if found is None else bytes(found[0])


def erase_salts(entries: Collection[UUID], *, names: Collection[str] | None = None) -> int:
    """Delete the salts of `entries` (of all names, or only `names`) and say how many there were.

    From then on nobody can tell what the commitments stood for; entries, numbers and log are unchanged.
    """
    chosen = None if names is None else list(names)
    with connection.cursor() as cursor:
        cursor.execute(_ERASE, [list(entries), chosen, chosen])
        return int(cursor.rowcount)


def body_of(entry: UUID) -> dict[str, Any]:
    """The fact as it was entered, whether it stands in its entry or, too large for that, beside it."""
    found = _first(_BODIES, [entry])
    if found is None:
        raise LookupError("there is no such entry")
    whole, beside = found
    return dict(json.loads(bytes(whole))["body"] if beside is None else json.loads(bytes(beside)))


def _first(statement: str, given: list[Any]) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row
