"""How long residents waited for the first word, in working time: median and the slowest tenth, with who still waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from linli.domains.matters.clocks import calendar
from linli.domains.people.actor import Actor
from linli.domains.requests.figures.asked import Asked
from linli.domains.requests.figures.grouping import By, Count, Key, count_by
from linli.domains.requests.states import WITHDRAWN
from linli.domains.requests.vocabulary import Channel
from linli.kernel.words import Words
from linli.kernel.workdays import Calendar, workdays_length


@dataclass(frozen=True)
class Contact:
    """Of requests received: `contacted` of them so far, `in_time` by the rule; `waiting` have heard nothing yet.

    `median` and `slow` (nine tenths waited no longer) are microseconds of working time; None where nobody was heard.
    """

    contacted: int = 0
    in_time: int = 0
    waiting: int = 0
    median: int | None = None
    slow: int | None = None
    day: int = 0

    @property
    def median_words(self) -> Words | None:
        """The median as people say it."""
        return None if self.median is None else workdays_length(self.median, day=self.day)

    @property
    def slow_words(self) -> Words | None:
        """How long the ninth of ten waited, as people say it."""
        return None if self.slow is None else workdays_length(self.slow, day=self.day)


_JOINED = """
JOIN requests_request q ON q.matter_id = r.id AND q.channel <> %s
JOIN matters_clock c ON c.matter_id = r.id AND c.name = 'first_contact'
  AND NOT (r.state = %s AND c.stopped_at = r.closed_at)
CROSS JOIN (SELECT %s::date AS first, %s::bigint[] AS before, %s::bigint[] AS worked) days
CROSS JOIN LATERAL (SELECT c.started_at AT TIME ZONE 'Asia/Shanghai' AS started,
  c.stopped_at AT TIME ZONE 'Asia/Shanghai' AS stopped) shanghai
CROSS JOIN LATERAL (SELECT {stopped} - {started} AS worked) took
"""
_MEASURED = (
    "count(c.stopped_at)",
    "count(*) FILTER (WHERE c.stopped_at <= c.due_at)",
    "count(*) FILTER (WHERE c.stopped_at IS NULL)",
    "percentile_disc(0.5) WITHIN GROUP (ORDER BY took.worked)",
    "percentile_disc(0.9) WITHIN GROUP (ORDER BY took.worked)",
)


def contact(asked: Asked, *, by: Actor, now: datetime, broken_down: Sequence[By]) -> Mapping[Key, Contact]:
    """First words to whoever reported in the period; what came from a file was answered elsewhere. One statement."""
    days = calendar(on=localdate(now))
    table = _days(days, localdate(asked.since), localdate(now))
    wanted = Count(
        measured=_MEASURED,
        joined=_JOINED.format(started=_worked(days, "shanghai.started"), stopped=_worked(days, "shanghai.stopped")),
        joined_values=(Channel.IMPORT.value, WITHDRAWN.code, *table),
    )
    found = count_by(asked, asked.received(by=by), wanted, broken_down)
    return {
        key: Contact(contacted, in_time, waiting, median, slow, days.day)
        for key, (contacted, in_time, waiting, median, slow) in found
    }


def _days(days: Calendar, first: date, last: date) -> tuple[Any, ...]:
    """The first day, and for each day on how much was worked before it, and 1 where it is worked."""
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    before = [days.opening(days.index(day)) for day in every]
    return first, before, [int(days.is_workday(day)) for day in every]


def _worked(days: Calendar, moment: str) -> str:
    """Working time up to a moment of Shanghai's clock, as `Calendar.working_time` counts it."""
    place = f"({moment}::date - days.first + 1)"
    clock = f"(extract(epoch FROM {moment}::time) * 1000000)::bigint"
    today = " + ".join(f"greatest(0, least({clock}, {closes}) - {opens})" for opens, closes in days.office_hours.spans)
    return f"(days.before[{place}] + days.worked[{place}] * ({today}))"
