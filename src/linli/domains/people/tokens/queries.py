"""From a token to whoever acts with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import connection

from linli.domains.people.actor import Actor
from linli.domains.people.queries import actor_for
from linli.domains.people.tokens.actions import token_digest

# In SQL, as the actor is: every call of a machine begins here.
_STANDING = """
SELECT token.account_id, token.purposes FROM tokens_token token JOIN people_account account ON account.id = account_id
WHERE token.digest = %(digest)s AND token.revoked_at IS NULL AND token.expires_at > %(at)s AND account.is_active
"""


def actor_with(secret: str, *, at: datetime) -> Actor | None:
    """The account's actor narrowed to the token's purposes; None for a token that is unknown, revoked or expired."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, {"digest": token_digest(secret), "at": at})
        token = cursor.fetchone()
    if token is None:
        return None
    account, purposes = token
    return replace(actor_for(account, at=at), channel="api", purposes=frozenset(purposes))
