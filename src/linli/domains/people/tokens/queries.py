"""From a token to whoever acts with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from linli.domains.people.actor import Actor
from linli.domains.people.queries import actor_for
from linli.domains.people.tokens.actions import token_digest
from linli.domains.people.tokens.models import Token


def actor_with(secret: str, *, at: datetime) -> Actor | None:
    """The account's actor narrowed to the token's purposes; None for a token that is unknown, revoked or expired."""
    token = (
        Token.objects.filter(digest=token_digest(secret), revoked_at=None, expires_at__gt=at, account__is_active=True)
        .values_list("account_id", "purposes")
        .first()
    )
    if token is None:
        return None
    account, purposes = token
    return replace(actor_for(account, at=at), channel="api", purposes=frozenset(purposes))
