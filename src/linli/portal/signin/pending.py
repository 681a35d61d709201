"""What the browser's session keeps while a code is on its way: no phone number, only what it was asked under."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

KEY = "signin_asked"


@dataclass(frozen=True, slots=True)
class Pending:
    """The challenge, whether to remember the device, and where to go afterwards."""

    challenge: UUID
    kept: bool
    onward: str


def keep(request: HttpRequest, pending: Pending) -> None:
    """Notes it for the next page."""
    request.session[KEY] = [str(pending.challenge), pending.kept, pending.onward]


def recall(request: HttpRequest) -> Pending | None:
    """What was noted, if this browser asked for a code."""
    noted = request.session.get(KEY)
    return Pending(UUID(noted[0]), noted[1], noted[2]) if noted else None


def forget(request: HttpRequest) -> None:
    """The code was used."""
    request.session.pop(KEY, None)
