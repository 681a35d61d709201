"""Which sessions an account has open, and ending them from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F

from linli.domains.people.signin.log import note
from linli.domains.people.signin.models import Session
from linli.domains.people.signin.visits import Visit
from linli.domains.people.signin.vocabulary import Device, Door, Happening
from linli.kernel.refusal import NotFound
from linli.kernel.words import say


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One place where the account is signed in."""

    id: UUID
    device: Device
    network: str
    started_at: datetime | None
    seen_at: datetime
    here: bool


def open_sessions(account: UUID, *, here: str | None, at: datetime) -> list[OpenSession]:
    """Where the account is signed in now, this browser (session key `here`) first."""
    rows = Session.objects.filter(account=account, expire_date__gt=at).order_by(F("seen_at").desc())
    return sorted((_seen(row, here=here) for row in rows), key=lambda session: not session.here)


def _seen(row: Session, *, here: str | None) -> OpenSession:
    device = Device(row.device or Device.OTHER)
    return OpenSession(row.id, device, row.network, row.started_at, row.seen_at, row.session_key == here)


def revoke(account: UUID, session: UUID, *, visit: Visit, at: datetime) -> None:
    """Ends one of the account's own sessions; whoever sits there is signed out with their next click."""
    row = Session.objects.filter(account=account, id=session).first()
    if row is None:
        raise NotFound(say("That session has ended already.", "该登录已经结束。"))
    row.delete()
    note(Happening.REVOKED, door=Door(row.door or Door.RESIDENT), account=account, visit=visit, at=at)


def revoke_others(account: UUID, *, here: str | None) -> int:
    """Ends every session of the account but this browser's; answers how many."""
    return Session.objects.filter(account=account).exclude(session_key=here or "").delete()[0]


def sweep(*, at: datetime) -> int:
    """Deletes sessions that ran out; answers how many."""
    return Session.objects.filter(expire_date__lt=at).delete()[0]
