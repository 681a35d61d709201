"""What became of what was received: every request stands in exactly one place of the balance, and none is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.domains.places.paths import below
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.states import (
    CLOSED,
    DISMISSED,
    EXTERNAL,
    MERGED,
    NOT_ACCEPTED,
    SUSPENDED,
    UNDONE,
    WITHDRAWN,
)
from linli.kernel.lifecycle import State

APART = (CLOSED, MERGED, NOT_ACCEPTED, DISMISSED, WITHDRAWN)
"""States that are counted by themselves; every other one is open."""


@dataclass(frozen=True)
class Balance:
    """Received = open + closed + merged + not accepted + dismissed + withdrawn; suspended and external are open too."""

    received: int
    open: int
    suspended: int
    external: int
    apart: Mapping[State, int]


def balance(*, by: Actor, since: datetime, until: datetime, area: str = "") -> Balance:
    """Of the requests received in [since, until) that the actor may see, as they stand now; one statement."""
    received = visible_to(by).filter(kind=REQUEST.kind, opened_at__gte=since, opened_at__lt=until)
    rows = received.exclude(state=UNDONE.code)
    if area:
        rows = rows.filter(below(area))
    counts = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    apart = {state: counts.get(state.code, 0) for state in APART}
    whole = sum(counts.values())
    return Balance(
        received=whole,
        open=whole - sum(apart.values()),
        suspended=counts.get(SUSPENDED.code, 0),
        external=counts.get(EXTERNAL.code, 0),
        apart=apart,
    )
