"""Begins and ends a browser's session: a new key at every rise in rights, its length by rule, every step logged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django.contrib.auth import login, logout
from django.http import HttpRequest

from linli.domains.people.models import Account
from linli.domains.people.signin.log import note
from linli.domains.people.signin.policy import session_policy
from linli.domains.people.signin.sessions import SessionStore
from linli.domains.people.signin.visits import Visit
from linli.domains.people.signin.vocabulary import Door, Happening

BACKEND = "django.contrib.auth.backends.ModelBackend"
WHOSE = "signin"
PENDING = "signin_pending"
PENDING_HOLDS = timedelta(minutes=10)


def begin_session(
    request: HttpRequest, account: Account, *, door: Door, kept: bool = False, visit: Visit, at: datetime
) -> None:
    """Signs the browser in, under a new session key and a new CSRF secret."""
    request.session.pop(PENDING, None)
    login(request, account, backend=BACKEND)
    request.session[WHOSE] = {
        "account": str(account.id),
        "door": door.value,
        "kept": kept,
        "started_at": at.isoformat(),
        "network": visit.network,
        "device": visit.device.value,
    }
    lasts = session_policy(door, kept=kept, at=at).lasts
    request.session.set_expiry(int(lasts.total_seconds()))
    Account.objects.filter(id=account.id).update(last_seen=at)
    note(Happening.SIGNED_IN, door=door, account=account.id, visit=visit, at=at)


def end_session(
    request: HttpRequest, *, happening: Happening = Happening.SIGNED_OUT, visit: Visit, at: datetime
) -> None:
    """Signs the browser out; nothing of the session is left."""
    row = cast("SessionStore", request.session).row
    if row is not None and row.account:
        note(happening, door=Door(row.door or Door.RESIDENT), account=row.account, visit=visit, at=at)
    logout(request)


@dataclass(frozen=True, slots=True)
class Awaited:
    """Whose second factor a browser is being asked for, where it wants to go, and whether it has shown one."""

    account: UUID
    onward: str
    proven: bool


def await_second_factor(request: HttpRequest, account: Account, *, onward: str, at: datetime) -> None:
    """Notes that the password was right; the browser is not signed in by that."""
    request.session.cycle_key()
    request.session[PENDING] = {"account": str(account.id), "onward": onward, "at": at.isoformat(), "proven": False}


def awaiting(request: HttpRequest, *, at: datetime) -> Awaited | None:
    """What this browser is being asked for; nothing after ten minutes."""
    pending: dict[str, Any] | None = request.session.get(PENDING)
    if not pending or at - datetime.fromisoformat(pending["at"]) > PENDING_HOLDS:
        return None
    return Awaited(UUID(pending["account"]), pending["onward"], pending["proven"])


def mark_proven(request: HttpRequest) -> None:
    """Notes that a second factor was shown, so that a temporary password may be changed."""
    request.session[PENDING] = {**request.session[PENDING], "proven": True}
