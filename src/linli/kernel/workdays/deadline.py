"""When a clock's time has run out, and how much of it is left.

How time is counted, after Civil Code 201–203 (民法典第二百零一至二百零三条):

- minutes and hours run by the wall clock from the very moment of the start, day and night.
- working hours run from the moment of the start, in office hours of workdays only.
- workdays: the day of the start is not counted, at whatever hour it fell and whether or not it was worked; counting
  begins with the next day. The time ends when the office closes on the last workday counted.
- days: the day of the start is not counted; if the last day is not worked it moves to the next workday, and ends when
  the office closes. With `ends = "midnight"` it neither moves nor closes early: it ends at 24:00 of the last day.

A pause moves the deadline by exactly the time it took off the clock: working time for working hours and workdays,
wall-clock time for minutes, hours and days (which then end with the day they fall on). What stands still on the day
of the start takes nothing off workdays and days, since that day is not counted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from linli.kernel.workdays.allowance import Ends, Unit
from linli.kernel.workdays.calendar import DAY, Calendar, at_index, clock_moment, clock_time, year_of
from linli.kernel.workdays.clock import Running, stood_still
from linli.kernel.workdays.schedule import MICROSECONDS

MINUTE, HOUR = 60 * MICROSECONDS, 3600 * MICROSECONDS
_CALENDAR_FREE = (Unit.MINUTES, Unit.HOURS)


class Deadline(NamedTuple):
    """When the time is up, and by which published schedules (`2027?` is a year still assumed).

    `awaits` is the year whose schedule may still move it. `paused` says that the clock stands still: `at` is then when
    the time would be up if it ran on from where it stands, or from `now` where that was given.
    """

    at: datetime
    schedule: str = ""
    awaits: int | None = None
    paused: bool = False

    @property
    def provisional(self) -> bool:
        """Whether a schedule still to be published may move it."""
        return self.awaits is not None


class Span(NamedTuple):
    """A clock on its own scale, in microseconds: where counting begins, where it ends, and how to read the scale."""

    start: int
    due: int
    measure: Callable[[datetime], int]


def deadline(running: Running, calendar: Calendar, *, now: datetime | None = None) -> Deadline:
    """When the clock's time is up. A clock that stands still is taken to run on at `now`, if given."""
    due = span(running, calendar, until=now).due
    unit, paused = running.allowance.unit, running.paused
    if unit in _CALENDAR_FREE:
        return Deadline(clock_moment(due), paused=paused)
    if unit is Unit.DAYS:
        first = (due - 1) // DAY
        if running.allowance.ends is Ends.MIDNIGHT:
            return Deadline(at_index(first + 1, 0), paused=paused)
        last = calendar.next_workday(first)
        at = at_index(last, calendar.office_hours.closing)
    else:
        at = calendar.moment(due)
        first, last = calendar.index(running.started_at), calendar.index(at)
    return Deadline(at, calendar.named(year_of(first), year_of(last)), calendar.awaited(first, last), paused)


def span(running: Running, calendar: Calendar, *, until: datetime | None = None) -> Span:
    """The clock's beginning and end on its own scale, its pauses added."""
    unit, amount, started = running.allowance.unit, running.amount, running.started_at
    if unit is Unit.WORKDAYS:
        measure: Callable[[datetime], int] = calendar.working_time
        start = calendar.opening(calendar.index(started) + 1)
        due = start + amount * calendar.day
    elif unit is Unit.WORKING_HOURS:
        measure, start = calendar.working_time, calendar.working_time(started)
        due = start + amount * HOUR
    elif unit is Unit.DAYS:
        measure, start = clock_time, (calendar.index(started) + 1) * DAY
        due = start + amount * DAY
    else:
        measure, start = clock_time, clock_time(started)
        due = start + amount * (HOUR if unit is Unit.HOURS else MINUTE)
    if running.pauses:
        due = _pushed(running, Span(start, due, measure), until)
    return Span(start, due, measure)


def _pushed(running: Running, spent: Span, until: datetime | None) -> int:
    due = spent.due
    for pause in stood_still(running, until=until):
        since = max(spent.measure(pause.from_), spent.start)
        if since >= due:
            break
        due += max(0, spent.measure(pause.to or pause.from_) - since)
    return due
