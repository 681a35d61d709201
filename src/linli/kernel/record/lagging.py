"""How far publishing lags behind what was entered: what an operator must see when it stands still."""

from __future__ import annotations

from django.db import connection

_UNSIGNED = """
SELECT count(*) FROM record_entry WHERE log_number IS NULL
UNION ALL
SELECT coalesce((SELECT max(log_number) + 1 FROM record_entry WHERE log_id = record_log.id), 0) - size FROM record_log
"""


def unsigned() -> int:
    """How many committed entries are under no signed checkpoint yet: near zero while a sequencer works."""
    with connection.cursor() as cursor:
        cursor.execute(_UNSIGNED)
        return sum(int(count) for (count,) in cursor.fetchall())
