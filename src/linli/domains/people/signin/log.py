"""Writes the sign-in log: one line per happening, without personal values."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from linli.domains.people.signin.models import LogLine
from linli.domains.people.signin.visits import Visit
from linli.domains.people.signin.vocabulary import Door, Happening


def note(
    happening: Happening,
    *,
    door: Door,
    account: UUID | None = None,
    by: UUID | None = None,
    visit: Visit | None = None,
    at: datetime,
) -> None:
    """Adds a line; `by` is who did it where that is not the account's owner."""
    LogLine.objects.create(
        happening=happening,
        door=door,
        account=account,
        by=by,
        at=at,
        network=visit.network if visit else "",
        device=visit.device if visit else "",
    )
