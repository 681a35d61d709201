"""From a token to whoever acts with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import connection

from linli.domains.people.actor import Actor
from linli.domains.people.queries.actors import BY_SENIORITY, HELD, actor_in
from linli.domains.people.tokens.actions import token_digest

_OF_TOKEN = f"""
SELECT token.purposes, {HELD}
JOIN tokens_token token ON token.account_id = account.id
WHERE token.digest = %(digest)s AND token.revoked_at IS NULL AND token.expires_at > %(at)s AND account.is_active
{BY_SENIORITY}
"""


def actor_with(secret: str, *, at: datetime) -> Actor | None:
    """The account's actor narrowed to the token's purposes; None for a token that is unknown, revoked or expired.

    One statement: every call of a machine begins here.
    """
    with connection.cursor() as cursor:
        cursor.execute(_OF_TOKEN, {"digest": token_digest(secret), "at": at})
        rows = cursor.fetchall()
    if not rows:
        return None
    actor = actor_in([held for _, *held in rows])
    return replace(actor, channel="api", purposes=frozenset(rows[0][0]))
