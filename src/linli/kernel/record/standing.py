"""Where entries stand in the record: what a page shows as its proof."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

_READ = """
SELECT record_entry.id, stream, stream_number, log_number, encode(digest, 'hex'), name
FROM record_entry LEFT JOIN record_log ON record_log.id = log_id WHERE record_entry.id = ANY(%s)
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry's stream, its number there, its leaf in its log (None until numbered), its SHA-256, the log's name."""

    stream: str
    number: int | None
    leaf: int | None
    digest: str
    log: str | None


def standings(entries: Collection[UUID]) -> dict[UUID, Standing]:
    """Where each of these entries stands; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_READ, [list(entries)])
        return {entry: Standing(*rest) for entry, *rest in cursor.fetchall()}
