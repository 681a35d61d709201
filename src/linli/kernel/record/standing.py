"""Where entries stand in the record: what a page shows as its proof."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

_READ = """
SELECT id, stream, stream_number, log_number, encode(digest, 'hex') FROM record_entry WHERE id = ANY(%s)
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry's stream, its number there and its leaf in the log (None until the sequencer came by), its SHA-256."""

    stream: str
    number: int | None
    leaf: int | None
    digest: str


def standings(entries: Collection[UUID]) -> dict[UUID, Standing]:
    """Where each of these entries stands; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_READ, [list(entries)])
        return {entry: Standing(*rest) for entry, *rest in cursor.fetchall()}
