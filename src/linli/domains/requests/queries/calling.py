"""The call-back desk's queue: what was verified or not reached yet, due first, with what was tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.matters.models import Matter, Verdict
from linli.domains.matters.queries import Asked, worklist
from linli.domains.people.actor import Actor
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.models import Request
from linli.domains.requests.states import CALLBACK, VERIFIED

CALLED = (VERIFIED.code, CALLBACK.code)


@dataclass(frozen=True)
class Call:
    """One resident to ask: the request, how often they were called, how often in vain, whether it is supervised."""

    matter: Matter
    tried: int
    failed: int
    supervised: bool


def calls(*, by: Actor, size: int = 100) -> list[Call]:
    """Requests on which the actor may record a call-back, the most urgent first; two statements."""
    waiting = worklist(Asked(kind=REQUEST.kind, states=CALLED), by=by, size=size)
    rows = Request.objects.in_bulk([matter.pk for matter in waiting])
    return [_call(matter, rows[matter.pk]) for matter in waiting]


@dataclass(frozen=True)
class Attempted:
    """One attempt to ask, or the resident's own verdict; None where nothing could be asked."""

    at: datetime
    by: str
    own: bool
    contacted: bool
    solved: bool | None
    satisfied: bool | None


def attempts(request: UUID) -> list[Attempted]:
    """What was tried and answered so far, oldest first; one statement."""
    rows = Verdict.objects.filter(matter=request).select_related("event__by_account").order_by("at", "pk")
    return [
        Attempted(
            row.at,
            row.event.by_account.display_name if row.event.by_account else "",
            row.own,
            row.contacted,
            row.solved,
            row.satisfied,
        )
        for row in rows
    ]


def _call(matter: Matter, row: Request) -> Call:
    return Call(matter, row.call_backs, row.failed_call_backs, row.supervised_at is not None)
