"""What became of what was received: every request stands in exactly one place of the balance, and none is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from linli.domains.people.actor import Actor
from linli.domains.requests.figures.asked import Asked
from linli.domains.requests.states import (
    CLOSED,
    DISMISSED,
    EXTERNAL,
    MERGED,
    NOT_ACCEPTED,
    PLANNED,
    SUSPENDED,
    WITHDRAWN,
)
from linli.kernel.lifecycle import State

APART = (CLOSED, MERGED, NOT_ACCEPTED, DISMISSED, WITHDRAWN)
"""States that are counted by themselves; every other one is open."""


@dataclass(frozen=True)
class Balance:
    """Received = open + closed + merged + not accepted + dismissed + withdrawn; of the open, three kinds apart."""

    received: int
    open: int
    suspended: int
    planned: int
    external: int
    apart: Mapping[State, int]


def balance(*, by: Actor, since: datetime, until: datetime, area: str = "") -> Balance:
    """Of the requests received in [since, until) that the actor may see, as they stand now; one statement."""
    rows = Asked(since=since, until=until, area=area).received(by=by)
    return balance_of(dict(rows.values_list("state").annotate(Count("pk"))))


def balance_of(counts: Mapping[str, int]) -> Balance:
    """The same from how many stand in which state."""
    apart = {state: counts.get(state.code, 0) for state in APART}
    whole = sum(counts.values())
    return Balance(
        received=whole,
        open=whole - sum(apart.values()),
        suspended=counts.get(SUSPENDED.code, 0),
        planned=counts.get(PLANNED.code, 0),
        external=counts.get(EXTERNAL.code, 0),
        apart=apart,
    )
