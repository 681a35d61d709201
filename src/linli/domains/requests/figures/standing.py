"""What is still open now, whenever it was received: by age; what is late, set aside, planned or with others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from linli.domains.people.actor import Actor
from linli.domains.requests.figures.asked import Asked
from linli.domains.requests.figures.balance import APART
from linli.domains.requests.figures.grouping import By, Count, Key, count_by
from linli.domains.requests.states import EXTERNAL, PLANNED, SUSPENDED

AGES = (7, 15, 30, 90)
"""Days at which an open request grows into the next band of age; the last band has no end."""


@dataclass(frozen=True)
class Standing:
    """Open now; `ages` counts them by band, youngest first; `earlier` came before the period that is looked at."""

    open: int = 0
    late: int = 0
    suspended: int = 0
    planned: int = 0
    external: int = 0
    earlier: int = 0
    ages: tuple[int, ...] = (0,) * (len(AGES) + 1)


def standing(asked: Asked, *, by: Actor, now: datetime, broken_down: Sequence[By]) -> Mapping[Key, Standing]:
    """Every request of the area and sort that is open now; one statement."""
    born = [now - timedelta(days=days) for days in AGES]
    bands = zip([None, *born], [*born, None], strict=True)
    conditions: list[tuple[str, Sequence[Any]]] = [
        ("r.due_at < %s", [now]),
        ("r.state = %s", [SUSPENDED.code]),
        ("r.state = %s", [PLANNED.code]),
        ("r.state = %s", [EXTERNAL.code]),
        ("r.opened_at < %s", [asked.since]),
        *(_born_between(older, younger) for younger, older in bands),
    ]
    wanted = Count(
        measured=("count(*)", *(f"count(*) FILTER (WHERE {condition})" for condition, _ in conditions)),
        measured_values=[value for _, values in conditions for value in values],
    )
    seen = asked.seen(by=by).exclude(state__in=[state.code for state in APART])
    return {
        key: Standing(open_now, late, suspended, planned, external, earlier, tuple(ages))
        for key, (open_now, late, suspended, planned, external, earlier, *ages) in count_by(
            asked, seen, wanted, broken_down
        )
    }


def _born_between(after: datetime | None, until: datetime | None) -> tuple[str, list[datetime]]:
    """A condition for requests opened later than the one moment and not later than the other."""
    conditions = [("r.opened_at > %s", after), ("r.opened_at <= %s", until)]
    kept = [(condition, moment) for condition, moment in conditions if moment is not None]
    return " AND ".join(condition for condition, _ in kept), [moment for _, moment in kept]
