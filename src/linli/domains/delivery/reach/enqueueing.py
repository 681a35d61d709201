"""The statement that writes the next homes of a mailing: doors, counts, inboxes and ways out, in one transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection, transaction
from psycopg.types.json import Jsonb

from linli.domains.delivery.outbox import LATEST
from linli.domains.delivery.quiet_hours import not_before
from linli.domains.delivery.reach.models import Mailing
from linli.domains.delivery.templates import template

SLICE = 5_000
"""Homes written in one transaction: some tenths of a second, the most that a killed worker has to do again."""

# A home's households each get one letter: to a member who can be reached outside if there is one, else to the head.
WRITE = """
WITH home AS MATERIALIZED (
  SELECT found.id, found.path, regexp_replace(found.path, '[^.]+\\.$', '') AS stair
  FROM unnest(%(paths)s::text[]) AS meant (path)
  CROSS JOIN LATERAL (
    SELECT id, path FROM places_place
    WHERE kind = 'home' AND active_until IS NULL AND path > %(upto)s
      AND path >= meant.path AND path < left(meant.path, -1) || '/'
    ORDER BY path LIMIT %(slice)s
  ) found
  ORDER BY found.path LIMIT %(slice)s
), stair AS (
  INSERT INTO reach_stair (mailing_id, path, doors, delivered, read, told, read_for, confirmed, signed)
  SELECT %(mailing)s, stair, count(*), 0, 0, 0, 0, 0, 0 FROM home GROUP BY stair ORDER BY stair
  ON CONFLICT (mailing_id, path) DO UPDATE SET doors = reach_stair.doors + excluded.doors
  RETURNING id, path
), door AS (
  INSERT INTO reach_door (mailing_id, stair_id, place, reached)
  SELECT %(mailing)s, stair.id, home.id, 0 FROM home JOIN stair ON stair.path = home.stair ORDER BY home.path
  RETURNING 1
), letter AS MATERIALIZED (
  SELECT DISTINCT ON (household.id) gen_random_uuid() AS id, member.person_id AS person,
         'reach:' || %(mailing)s || ':' || home.id || ':' || household.id AS key
  FROM home
  JOIN holdings_home lived_in ON lived_in.place_id = home.id
  JOIN holdings_household household ON household.home_id = lived_in.id
    AND household.until IS NULL AND household.confirmed_at IS NOT NULL
  JOIN holdings_householdmember member ON member.household_id = household.id AND member.until IS NULL
  LEFT JOIN delivery_contact contact ON contact.recipient = member.person_id AND contact.ended_at IS NULL
  ORDER BY household.id, contact.id IS NULL, member.person_id IS DISTINCT FROM household.head_id,
           member.since, member.person_id
), written AS (
  INSERT INTO delivery_message (id, "to", recipient, template, params, matter, key, at)
  SELECT id, 'person', person, %(template)s, %(params)s::jsonb, %(matter)s, key, %(at)s FROM letter
  ON CONFLICT (key) DO NOTHING RETURNING id, recipient
), leaving AS (
  INSERT INTO delivery_sending (id, message_id, channel, address, language, progress, attempts, due_at, until, quiet,
                                error, receipt)
  SELECT gen_random_uuid(), written.id, contact.channel, contact.address, contact.language, 'waiting', 0, %(due)s,
         %(due)s + %(latest)s, NOT %(urgent)s, '', ''
  FROM written JOIN delivery_contact contact USING (recipient)
  WHERE contact.ended_at IS NULL AND contact.channel = ANY(%(channels)s)
    AND (%(urgent)s OR NOT EXISTS (SELECT FROM reach_muted WHERE person = written.recipient))
  RETURNING 1
)
SELECT (SELECT count(*) FROM door), (SELECT max(path) FROM home), (SELECT count(*) FROM leaving)
"""


@transaction.atomic
def write_slice(mailing: int, *, now: datetime) -> tuple[bool, bool]:
    """Writes the next homes; whether there may be more, and whether something leaves the house.

    Where the mailing stands is kept in the same transaction, its row held: nothing is left out or written twice,
    whoever is killed and however many do this at once.
    """
    row = Mailing.objects.select_for_update().get(pk=mailing)
    if row.done_at or row.stopped_at:
        return False, False
    with connection.cursor() as cursor:
        cursor.execute(WRITE, _given(row, now=now))
        doors, last, leaving = cursor.fetchone()
    row.homes, row.upto = row.homes + doors, last or row.upto
    row.done_at = now if doors < SLICE else None
    row.save(update_fields=["homes", "upto", "done_at"])
    return row.done_at is None, bool(leaving)


def _given(row: Mailing, *, now: datetime) -> dict[str, Any]:
    return {
        "mailing": row.pk,
        "paths": row.paths,
        "upto": row.upto,
        "slice": SLICE,
        "template": row.template,
        "params": Jsonb(row.params),
        "matter": row.matter,
        "at": row.at,
        "due": max(row.at, now) if row.urgent else not_before(max(row.at, now)),
        "latest": LATEST,
        "urgent": row.urgent,
        "channels": template(row.template).channels,
    }
