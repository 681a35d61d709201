"""Tokens as their administrators see them: all but the secret."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q

from linli.domains.people.actor import Actor
from linli.domains.people.models import Account
from linli.domains.people.overseeing import overseen
from linli.domains.people.rights import AUDIT_READ, PEOPLE, require_any
from linli.domains.people.tokens.models import Token
from linli.domains.people.tokens.vocabulary import TokenPurpose

MOST = 300


@dataclass(frozen=True, slots=True)
class TokenSeen:
    """One token; `issued_by` is empty where the deployment issued it."""

    id: UUID
    name: str
    account: UUID
    username: str
    holder: str
    purposes: tuple[TokenPurpose, ...]
    issued_by: str
    issued_at: datetime
    expires_at: datetime
    revoked_at: datetime | None

    def works(self, at: datetime) -> bool:
        """Whether it opens anything at that time."""
        return self.revoked_at is None and self.expires_at > at


def tokens(*, by: Actor, account: UUID | None = None) -> list[TokenSeen]:
    """The newest tokens, those in use first; one statement."""
    require_any(by, PEOPLE, AUDIT_READ)
    holders = Account.objects.filter(overseen(by, PEOPLE, AUDIT_READ))
    of = Q(account=account) if account else Q()
    found = Token.objects.filter(of, account__in=holders).select_related("account", "issued_by")
    return [_seen(each) for each in found.order_by(F("revoked_at").asc(nulls_first=True), "-issued_at")[:MOST]]


def _seen(token: Token) -> TokenSeen:
    return TokenSeen(
        token.pk,
        token.name,
        token.account_id,
        token.account.username or "",
        token.account.display_name,
        tuple(TokenPurpose(purpose) for purpose in token.purposes),
        token.issued_by.display_name if token.issued_by else "",
        token.issued_at,
        token.expires_at,
        token.revoked_at,
    )
