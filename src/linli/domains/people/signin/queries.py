"""What may be read here: an account's factors and sessions, its own log, and the whole log for security staff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.people.actor import Actor
from linli.domains.people.models import Account
from linli.domains.people.rights import require_anywhere
from linli.domains.people.signin.codes import code_of, phone_of
from linli.domains.people.signin.factors import Factors, factors_of
from linli.domains.people.signin.models import LogLine, Passkey
from linli.domains.people.signin.open_sessions import OpenSession, open_sessions
from linli.domains.people.signin.passkeys import Site, begin_adding, begin_using, site_of
from linli.domains.people.signin.passwords import is_temporary
from linli.domains.people.signin.phones import mainland_mobile, masked
from linli.domains.people.signin.rights import READ_LOG
from linli.domains.people.signin.totp import address, current_code, demo_secret, new_secret, offer, offered
from linli.domains.people.signin.vocabulary import Device, Door, Happening

__all__ = [
    "Factors",
    "OpenSession",
    "Site",
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
    "new_secret",
    "offer",
    "offered",
    "open_sessions",
    "own_log",
    "passkeys_of",
    "phone_of",
    "site_of",
    "whole_log",
]

PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sign-in log as it is read."""

    happening: Happening
    door: Door
    account: UUID | None
    who: str
    at: datetime
    network: str
    device: Device | None


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


def own_log(account: UUID) -> list[Line]:
    """The newest lines about the account."""
    return _read(list(LogLine.objects.filter(account=account).order_by("-at", "-id")[:PAGE]), names={})


def whole_log(*, actor: Actor, happening: Happening | None = None, before: datetime | None = None) -> list[Line]:
    """The newest lines of everyone, staff by name, residents by none; for who may read it."""
    require_anywhere(actor, READ_LOG)
    rows = LogLine.objects.order_by("-at", "-id")
    if happening:
        rows = rows.filter(happening=happening)
    if before:
        rows = rows.filter(at__lt=before)
    page = list(rows[:PAGE])
    staff = Account.objects.filter(id__in={row.account for row in page}, username__isnull=False)
    return _read(page, names={found.id: f"{found.display_name} ({found.username})" for found in staff})


def _read(rows: Sequence[LogLine], *, names: dict[UUID, str]) -> list[Line]:
    return [
        Line(
            Happening(row.happening),
            Door(row.door),
            row.account,
            names.get(row.account, "") if row.account else "",
            row.at,
            row.network,
            Device(row.device) if row.device else None,
        )
        for row in rows
    ]
