"""What may be read here: an account's factors and sessions, its own log, and the whole log for security staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.people.signin.codes import code_of, phone_of
from linli.domains.people.signin.factors import Factors, factors_of
from linli.domains.people.signin.models import Passkey
from linli.domains.people.signin.open_sessions import OpenSession, open_sessions
from linli.domains.people.signin.passkeys import Site, begin_adding, begin_using, site_of
from linli.domains.people.signin.passwords import is_temporary
from linli.domains.people.signin.phones import mainland_mobile, masked
from linli.domains.people.signin.reading import Line, Wanted, own_log, whole_log
from linli.domains.people.signin.standing import SignInStanding, may_watch, standing_of
from linli.domains.people.signin.totp import address, current_code, demo_secret, new_secret, offer, offered
from linli.domains.people.signin.vocabulary import Device

__all__ = [
    "Factors",
    "Line",
    "OpenSession",
    "SignInStanding",
    "Site",
    "Wanted",
    "address",
    "begin_adding",
    "begin_using",
    "code_of",
    "current_code",
    "demo_secret",
    "factors_of",
    "is_temporary",
    "mainland_mobile",
    "masked",
    "may_watch",
    "new_secret",
    "offer",
    "offered",
    "open_sessions",
    "own_log",
    "passkeys_of",
    "phone_of",
    "site_of",
    "standing_of",
    "whole_log",
]


@dataclass(frozen=True, slots=True)
class KeptPasskey:
    """A passkey as its owner sees it."""

    id: UUID
    device: Device
    added_at: datetime
    used_at: datetime | None


def passkeys_of(account: UUID) -> list[KeptPasskey]:
    """The account's passkeys, oldest first."""
    kept = Passkey.objects.filter(account=account).order_by("added_at")
    return [KeptPasskey(row.id, Device(row.device), row.added_at, row.used_at) for row in kept]
