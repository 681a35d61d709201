"""The log's leaves, read from the database in order: the bytes that are published."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from linli.kernel.record.entry import published
from linli.kernel.refusal import Refusal
from linli.kernel.words import say

GAP = say(
    "The record's numbers in the database have a gap: the database was altered. Restore a backup, and keep this "
    "database for examination.",
    "数据库中公开记录的编号有缺口：数据库被改动过。请恢复备份，并保留此数据库备查。",
)
_READ = """
SELECT log_number, body, stream, stream_number FROM record_entry
WHERE log_id = %s AND log_number >= %s AND log_number < %s ORDER BY log_number
"""


def leaves(log: int, begin: int, end: int) -> list[bytes]:
    """The entries numbered from `begin` on, before `end`, as many as there are yet; never over a gap."""
    with connection.cursor() as cursor:
        cursor.execute(_READ, [log, begin, end])
        rows = cursor.fetchall()
    if [row[0] for row in rows] != list(range(begin, begin + len(rows))):
        raise Refusal(GAP)
    return [published(bytes(body), stream=stream, number=number) for _, body, stream, number in rows]


def leaves_in_chunks(log: int, end: int, *, size: int) -> Iterator[list[bytes]]:
    """The entries from the first up to `end`, `size` at a time."""
    for begin in range(0, end, size):
        yield leaves(log, begin, min(end, begin + size))
