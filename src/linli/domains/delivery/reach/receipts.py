"""Taking receipts, many at once: the first of each kind is kept, each door counts once, by its strongest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from linli.domains.delivery.reach.kinds import Kind

# Whatever changes a door holds the row of its staircase first, rows in order: no two batches wait for each other.
HOLD = """
SELECT stair.id FROM reach_stair stair
WHERE stair.id IN (SELECT door.stair_id FROM unnest(%s::bigint[], %s::uuid[]) AS given (mailing, place)
                   JOIN reach_door door ON door.mailing_id = given.mailing AND door.place = given.place)
ORDER BY stair.id FOR NO KEY UPDATE
"""
_STEPS = ", ".join(f"{kind.code} = stair.{kind.code} + step.{kind.code}" for kind in Kind)
_COUNTS = ", ".join(
    f"count(*) FILTER (WHERE after = {kind.value}) - count(*) FILTER (WHERE before = {kind.value}) AS {kind.code}"
    for kind in Kind
)
TAKE = f"""
WITH given AS (
  SELECT * FROM unnest(%s::bigint[], %s::uuid[], %s::smallint[], %s::timestamptz[], %s::uuid[], %s::boolean[])
    AS given (mailing, place, kind, at, by, consent)
), found AS (
  SELECT DISTINCT ON (door.id, given.kind) door.id, door.stair_id, door.reached, given.kind, given.at, given.by,
         given.consent
  FROM given JOIN reach_door door ON door.mailing_id = given.mailing AND door.place = given.place
  ORDER BY door.id, given.kind, given.at
), kept AS (
  INSERT INTO reach_receipt (door_id, kind, at, by, consent) SELECT id, kind, at, by, consent FROM found
  ON CONFLICT (door_id, kind) DO NOTHING RETURNING door_id, kind
), raised AS (
  SELECT found.id, found.stair_id, found.reached AS before, max(kept.kind) AS after
  FROM kept JOIN found ON found.id = kept.door_id AND found.kind = kept.kind
  GROUP BY found.id, found.stair_id, found.reached HAVING max(kept.kind) > found.reached
), doors AS (
  UPDATE reach_door door SET reached = raised.after FROM raised WHERE door.id = raised.id
), step AS (
  SELECT stair_id, {_COUNTS} FROM raised GROUP BY stair_id
), stairs AS (
  UPDATE reach_stair stair SET {_STEPS} FROM step WHERE stair.id = step.stair_id
)
SELECT count(*) FROM kept
"""  # noqa: S608 - names of our own columns alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One receipt: how the home at `place` was reached by a mailing; `by` whom, where somebody went there."""

    mailing: int
    place: UUID
    kind: Kind
    at: datetime
    by: UUID | None = None
    consent: bool = False


@transaction.atomic
def take(receipts: Sequence[Taken]) -> int:
    """Takes them in; answers how many were new. Those of homes a mailing was not meant for count for nothing.

    Two statements however many there are; the same receipt again, late or out of order changes nothing.
    """
    if not receipts:
        return 0
    mailings, places = [one.mailing for one in receipts], [one.place for one in receipts]
    with connection.cursor() as cursor:
        cursor.execute(HOLD, [mailings, places])
        cursor.execute(
            TAKE,
            [
                *(mailings, places),
                [one.kind.value for one in receipts],
                [one.at for one in receipts],
                [one.by for one in receipts],
                [one.consent for one in receipts],
            ],
        )
        return int(cursor.fetchone()[0])
