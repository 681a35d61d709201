"""The one statement that writes letters into inboxes and, where someone agreed to it, onto their way out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.types.json import Jsonb

from linli.domains.delivery.channels import Channel, Progress, Recipient
from linli.domains.delivery.letters import Letter
from linli.domains.delivery.templates import template
from linli.kernel.ids import new_id

LATEST = timedelta(days=1)
"""What could not leave within a day is no longer news; it stays in the inbox."""

WRITE = """
WITH letter AS (
  SELECT * FROM unnest(%s::uuid[], %s::text[], %s::uuid[], %s::text[], %s::jsonb[], %s::uuid[], %s::text[],
                       %s::timestamptz[], %s::boolean[], %s::boolean[])
    AS letter (id, "to", recipient, template, params, matter, key, at, by_sms, by_email)
), written AS (
  INSERT INTO delivery_message (id, "to", recipient, template, params, matter, key, at)
  SELECT id, "to", recipient, template, params, matter, key, at FROM letter
  ON CONFLICT (key) DO NOTHING
  RETURNING id
), leaving AS (
  INSERT INTO delivery_sending
    (id, message_id, channel, address, language, progress, attempts, due_at, until, error, receipt)
  SELECT gen_random_uuid(), letter.id, contact.channel, contact.address, contact.language, 'waiting', 0,
         letter.at, letter.at + %s, '', ''
  FROM written JOIN letter USING (id) JOIN delivery_contact contact USING (recipient)
  WHERE contact.ended_at IS NULL
    AND CASE contact.channel
          WHEN 'sms' THEN letter.by_sms WHEN 'wechat' THEN letter.by_sms WHEN 'email' THEN letter.by_email END
  RETURNING 1
)
SELECT (SELECT count(*) FROM written), (SELECT count(*) FROM leaving)
"""


@dataclass(frozen=True, slots=True)
class Written:
    """How many letters were new, and how many of their ways lead out of the house."""

    letters: int
    sendings: int


def write(letters: Sequence[Letter]) -> Written:
    """Writes all letters at once; letters whose key is known already change nothing."""
    rows = [_row(letter) for letter in letters]
    columns: list[list[Any]] = [list(column) for column in zip(*rows, strict=True)]
    given: list[Any] = [*columns, LATEST]
    with connection.cursor() as cursor:
        cursor.execute(WRITE, given)
        new, leaving = cursor.fetchone()
    return Written(new, leaving)


def _row(letter: Letter) -> tuple[Any, ...]:
    kind, recipient = letter.recipient
    words = template(letter.template)
    by_sms, by_email = words.sms is not None, words.subject is not None
    return (
        *(new_id(), kind.value, recipient, letter.template, Jsonb(dict(letter.params)), letter.matter),
        *(letter.key, letter.at, by_sms, by_email),
    )


WRITE_TO_ADDRESS = """
WITH written AS (
  INSERT INTO delivery_message (id, "to", recipient, template, params, matter, key, at)
  VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (key) DO NOTHING RETURNING id, at
)
INSERT INTO delivery_sending
  (id, message_id, channel, address, language, progress, attempts, due_at, until, error, receipt)
SELECT gen_random_uuid(), id, %s, %s, %s, %s, 0, at, %s, '', '' FROM written
"""


def write_to_address(
    *,
    template_key: str,
    params: dict[str, Any],
    key: str,
    about: UUID,
    channel: Channel,
    address: UUID,
    language: str,
    at: datetime,
    until: datetime,
    matter: UUID | None = None,
) -> bool:
    """Writes one message to a sealed address that belongs to no inbox; False where the key is known already.

    `about` is whom it concerns; about a `matter`, they can answer it.
    """
    message: list[Any] = [new_id(), Recipient.ADDRESS.value, about, template(template_key).key, Jsonb(params), matter]
    message += [key, at]
    with connection.cursor() as cursor:
        cursor.execute(WRITE_TO_ADDRESS, [*message, channel.value, address, language, Progress.WAITING.value, until])
        return bool(cursor.rowcount)
