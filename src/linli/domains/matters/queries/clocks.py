"""A matter's clocks, explained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from linli.domains.matters.clocks import calendar, running
from linli.domains.matters.models import Clock, Matter
from linli.kernel.words import Words
from linli.kernel.workdays import explain


@dataclass(frozen=True)
class ClockView:
    """One clock: its name and rule, when it is due, and the sentence that explains it."""

    name: str
    rule: str
    started_at: datetime
    due_at: datetime
    paused: bool
    stopped_at: datetime | None
    late: bool
    provisional: bool
    explanation: Words


def clocks_of(matter: Matter, *, now: datetime) -> list[ClockView]:
    """Every clock of the matter, running ones first, then the newest."""
    rows = Clock.objects.filter(matter=matter).order_by("-started_at")
    return sorted((_view(row, now=now) for row in rows), key=lambda view: view.stopped_at is not None)


def _view(clock: Clock, *, now: datetime) -> ClockView:
    return ClockView(
        name=clock.name,
        rule=clock.rule,
        started_at=clock.started_at,
        due_at=clock.due_at,
        paused=clock.paused,
        stopped_at=clock.stopped_at,
        late=not clock.paused and (clock.stopped_at or now) > clock.due_at,
        provisional=clock.provisional,
        explanation=explain(running(clock), calendar(on=localdate(now)), now),
    )
