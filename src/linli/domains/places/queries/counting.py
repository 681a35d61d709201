"""How many homes there are, by building."""

from __future__ import annotations

from django.db import connection

_HOMES = r"""
SELECT coalesce(substring(path from '^(?:.*\.)?b[0-9a-z]+\.'), regexp_replace(path, '[^.]+\.$', '')), count(*)
FROM places_place WHERE kind = 'home' AND active_until IS NULL GROUP BY 1
"""


def homes_by_building() -> dict[str, int]:
    """Homes in use by the path of their building, or of what they lie in where there is none; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_HOMES)
        return dict(cursor.fetchall())
