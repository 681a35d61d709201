"""Where a report belongs and who receives it first (首接负责): the nearest residents' committee over the place."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from linli.domains.people.vocabulary import OrganisationKind

# In SQL because every request filed asks it: the ORM took two statements and five times as long to say it.
_RECEIVING = """
SELECT place.id, place.path, (
  SELECT committee.id
  FROM people_organisation committee JOIN places_place ground ON ground.id = committee.place_id
  WHERE committee.kind = %(kind)s AND committee.active AND starts_with(place.path, ground.path)
  ORDER BY length(ground.path) DESC, committee.id
  LIMIT 1
)
FROM places_place place
WHERE place.id = ANY(%(places)s) AND place.active_until IS NULL
"""


class Reception(NamedTuple):
    """A place's path and the unit that receives what is reported there; None where no committee answers for it."""

    path: str
    receiver: UUID | None


def receptions(places: Collection[UUID]) -> dict[UUID, Reception]:
    """Of each of these places that is in use."""
    with connection.cursor() as cursor:
        cursor.execute(_RECEIVING, {"kind": OrganisationKind.RESIDENTS_COMMITTEE.value, "places": list(places)})
        return {place: Reception(path, receiver) for place, path, receiver in cursor.fetchall()}
