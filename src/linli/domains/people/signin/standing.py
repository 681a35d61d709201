"""How an account stands at the doors, for the administrators who open and unlock accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.people.actor import Actor
from linli.domains.people.rights import AUDIT_READ, PEOPLE, require_any
from linli.domains.people.signin.factors import Factors, factors_of
from linli.domains.people.signin.models import Password, Session
from linli.domains.people.signin.passwords import locked_until
from linli.domains.people.signin.rights import READ_LOG, UNLOCK

WATCHERS = (UNLOCK, PEOPLE, READ_LOG, AUDIT_READ)
"""Rights of those who may know how someone can sign in."""


@dataclass(frozen=True, slots=True)
class SignInStanding:
    """Password and second factors as far as administrators need them; `locked` says until when it is locked."""

    password_set_at: datetime | None
    temporary: bool
    factors: Factors
    locked: datetime | None
    sessions: int


def may_watch(by: Actor) -> bool:
    """Whether the actor is one of them."""
    return by.system or bool(by.rights & {right.code for right in WATCHERS})


def standing_of(account: UUID, *, username: str, by: Actor, at: datetime) -> SignInStanding:
    """How a staff account can sign in now; six statements."""
    require_any(by, *WATCHERS)
    password = Password.objects.filter(account=account).first()
    return SignInStanding(
        password.set_at if password else None,
        bool(password and password.temporary),
        factors_of(account),
        locked_until(account, username=username, at=at),
        Session.objects.filter(account=account, expire_date__gt=at).count(),
    )
