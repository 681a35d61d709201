"""Binding an account to a work app's user, coming in by it, and letting go of it."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from linli.domains.people.models import Account
from linli.domains.people.signin import policy
from linli.domains.people.signin.entrance import begin_session
from linli.domains.people.signin.log import note
from linli.domains.people.signin.throttle import Use, spend
from linli.domains.people.signin.visits import Visit
from linli.domains.people.signin.vocabulary import Door, Happening
from linli.domains.people.signin.workapps.clients import client_of
from linli.domains.people.signin.workapps.models import Bound
from linli.domains.people.signin.workapps.refusals import (
    both_factors_first,
    bound_elsewhere,
    not_believed,
    not_bound,
    not_yours,
)
from linli.domains.people.signin.workapps.vocabulary import WorkApp
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.jobs import once
from linli.kernel.vault.blind import blind

WAY = "signin_way"
CAME_BY = "signin_by_app"
HOLDS = timedelta(minutes=10)
LONGEST_CODE = 512


def set_out(
    request: HttpRequest,
    app: WorkApp,
    *,
    back: str,
    onward: str,
    binds: UUID | None,
    at: datetime,
    inside: bool = False,
) -> str:
    """The address to send the browser to; what it sets out for is kept in its own session, for ten minutes.

    `inside` is the app's own browser, which brings a code of its own kind.
    """
    if binds and request.session.get(CAME_BY):
        raise both_factors_first()
    state = secrets.token_urlsafe(24)
    way = client_of(app, inside=inside).way_out(back=back, state=state)
    whom = str(binds) if binds else ""
    kept = {"app": app.value, "state": state, "onward": onward, "binds": whom, "at": at.isoformat(), "inside": inside}
    request.session[WAY] = kept
    return way


def come_back(
    request: HttpRequest, app: WorkApp, *, code: str, state: str, account: UUID | None, visit: Visit, at: datetime
) -> tuple[str, bool]:
    """Binds, or signs in; answers where to go on, and whether it was a binding."""
    way: dict[str, Any] | None = request.session.pop(WAY, None)
    spend([Use(policy.CHECK_BY_VISIT, visit.mark)], at=at)
    if not way or way["app"] != app or not hmac.compare_digest(way["state"].encode(), state.encode()):
        raise not_yours()
    if at - datetime.fromisoformat(way["at"]) > HOLDS or (way["binds"] and way["binds"] != str(account)):
        raise not_yours()
    user = _user(app, code, inside=way["inside"])
    if way["binds"]:
        bind(app, user, account=UUID(way["binds"]), visit=visit, at=at)
        return way["onward"], True
    _enter(request, app, user, visit=visit, at=at)
    return way["onward"], False


def _user(app: WorkApp, code: str, *, inside: bool) -> bytes:
    """A keyed digest of whoever stands behind the code; each code is asked about once."""
    if not 0 < len(code) <= LONGEST_CODE:
        raise not_believed()
    with once(f"workapp:{app.value}:{sha256(code.encode()).hexdigest()}") as first:
        if not first:
            raise not_yours()
    return blind(f"workapp.{app.value}", client_of(app, inside=inside).user_of(code).encode().hex())


@transaction.atomic
def bind(app: WorkApp, user: bytes, *, account: UUID, visit: Visit, at: datetime) -> None:
    """Binds them; a new user of the app takes the place of the account's old one."""
    if not Account.objects.filter(pk=account, kind=AccountKind.STAFF, is_active=True).exists():
        raise not_yours()
    if Bound.objects.filter(app=app, user=user).exclude(account=account).exists():
        raise bound_elsewhere()
    given = {"user": user, "bound_at": at, "used_at": None}
    Bound.objects.update_or_create(app=app, account_id=account, defaults=given)
    note(Happening.APP_BOUND, door=Door.STAFF, account=account, visit=visit, at=at)


def _enter(request: HttpRequest, app: WorkApp, user: bytes, *, visit: Visit, at: datetime) -> None:
    bound = Bound.objects.filter(app=app, user=user).first()
    account = (
        Account.objects.filter(pk=bound.account_id, kind=AccountKind.STAFF, is_active=True).first() if bound else None
    )
    if bound is None or account is None:
        raise not_bound()
    begin_session(request, account, door=Door.STAFF, visit=visit, at=at)
    request.session[CAME_BY] = app.value
    Bound.objects.filter(pk=bound.pk).update(used_at=at)


def unbind(app: WorkApp, *, account: UUID, visit: Visit, at: datetime) -> bool:
    """Lets go of it; a second time changes nothing."""
    gone = Bound.objects.filter(app=app, account=account).delete()[0] > 0
    if gone:
        note(Happening.APP_UNBOUND, door=Door.STAFF, account=account, visit=visit, at=at)
    return gone


def bound_apps(account: UUID) -> dict[str, datetime]:
    """The apps this account is bound to, and since when."""
    return dict(Bound.objects.filter(account=account).values_list("app", "bound_at"))
