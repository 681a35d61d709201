"""A matter's clocks, explained."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from linli.domains.matters.clocks import calendar, running
from linli.domains.matters.models import Clock, Matter
from linli.kernel.words import Words
from linli.kernel.workdays import Calendar, Running, explain, left, spoken


@dataclass(frozen=True)
class ClockView:
    """One clock: its name and rule, when it is due; `left` and `explanation` are worked out where somebody asks."""

    name: str
    rule: str
    started_at: datetime
    due_at: datetime
    paused: bool
    stopped_at: datetime | None
    late: bool
    provisional: bool
    due: Words
    counted: Running
    days: Calendar
    now: datetime

    @property
    def left(self) -> Words:
        """How long is left, or by how much it is late."""
        return left(self.counted, self.days, self.now)

    @property
    def explanation(self) -> Words:
        """The sentence that explains it."""
        return explain(self.counted, self.days, self.now)


def clocks_of(matter: Matter, *, now: datetime) -> list[ClockView]:
    """Every clock of the matter, running ones first, then the newest."""
    rows = Clock.objects.filter(matter=matter).order_by("-started_at")
    return sorted((_view(row, now=now) for row in rows), key=lambda view: view.stopped_at is not None)


def nearest_clocks(matters: Iterable[Matter], *, now: datetime) -> dict[UUID, ClockView]:
    """The clock that each matter's row shows as its deadline, for a whole list; one statement."""
    shown = {matter.pk: matter.due_clock for matter in matters if matter.due_clock}
    rows = Clock.objects.filter(matter__in=shown, stopped_at__isnull=True)
    return {row.matter_id: _view(row, now=now) for row in rows if row.name == shown[row.matter_id]}


def deadlines(matters: Iterable[Matter], *, clock: str) -> dict[UUID, datetime]:
    """When the latest clock of that name is due, or was, by matter; none while it stands still. One statement."""
    rows = Clock.objects.filter(matter__in=[matter.pk for matter in matters], name=clock).order_by("started_at")
    latest = {row.matter_id: row for row in rows}
    return {matter: row.due_at for matter, row in latest.items() if not row.paused}


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
        due=spoken(clock.due_at, now),
        counted=running(clock),
        days=calendar(on=localdate(now)),
        now=now,
    )
