"""A signed cookie by which a browser is known again: limits count it apart, so strangers cannot lock an owner out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

NAME = "linli_device"
KEEP = timedelta(days=365)
MOST = 5
"""A shared browser remembers only the last few accounts."""


@dataclass(frozen=True, slots=True)
class Known:
    """A browser by a number of its own, and the accounts that signed in from it, the newest first."""

    device: UUID
    accounts: tuple[UUID, ...]


def read(request: HttpRequest) -> Known | None:
    """The browser's cookie, if it is ours and whole."""
    try:
        device, *accounts = signing.loads(request.COOKIES.get(NAME, ""), salt=NAME, max_age=KEEP)
        return Known(UUID(device), tuple(map(UUID, accounts)))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def remember(request: HttpRequest, response: HttpResponseBase, account: UUID) -> None:
    """Adds the account that just signed in fully to those this browser is known for."""
    known = read(request)
    others = [str(other) for other in (known.accounts if known else ()) if other != account]
    device = known.device if known else uuid4()
    value = signing.dumps([str(device), str(account), *others[: MOST - 1]], salt=NAME)
    response.set_cookie(NAME, value, max_age=KEEP, secure=settings.SECURE, httponly=True, samesite="Lax")
