"""Matters keep a copy of their place's path; when a subtree moves, the copies follow."""

from __future__ import annotations

from django.db import connection, transaction

# Rows are locked in the engine's own order, so that neither waits for the other in a circle.
_MATTERS = """
WITH moved AS (
  SELECT matter.id, place.path FROM matters_matter AS matter JOIN places_place AS place ON place.id = matter.place_id
  WHERE place.path >= %(from)s AND place.path < %(to)s AND matter.path <> place.path
  ORDER BY matter.id FOR NO KEY UPDATE OF matter)
UPDATE matters_matter AS matter SET path = moved.path FROM moved WHERE matter.id = moved.id
"""
_SEARCH = """
UPDATE matters_searchrow AS row SET path = matter.path FROM matters_matter AS matter
WHERE matter.id = row.matter_id AND row.path <> matter.path AND matter.path >= %(from)s AND matter.path < %(to)s
"""


@transaction.atomic
def follow_places(path: str) -> int:
    """Takes over the paths of all places at or below `path`, and says for how many matters they had changed."""
    given = {"from": path, "to": f"{path[:-1]}/"}
    with connection.cursor() as cursor:
        cursor.execute(_MATTERS, given)
        moved = int(cursor.rowcount)
        cursor.execute(_SEARCH, given)
    return moved
