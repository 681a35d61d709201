"""The working calendar: which days are worked, and working time as one number that can be added to and turned back.

Working time is counted in microseconds of office hours since the calendar's first day. Reading it off a moment and
turning it back into a moment are look-ups in two arrays, so a deadline costs the same whether it spans a day or a year.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from linli.kernel.refusal import Invalid
from linli.kernel.words import say
from linli.kernel.workdays.schedule import MICROSECONDS, Assumed, OfficeHours, YearSchedule

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)
"""Days a calendar knows of; nobody files before or is owed an answer after."""

_ORIGIN = FIRST.toordinal()
_DAYS = LAST.toordinal() - _ORIGIN + 1
_BASE = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=SHANGHAI)
_MICROSECOND = timedelta(microseconds=1)
DAY = 24 * 3600 * MICROSECONDS


class Calendar:
    """Worked days by published schedules, and by assumption where none is published."""

    def __init__(
        self,
        schedules: Mapping[int, YearSchedule],
        office_hours: OfficeHours,
        assumed: Assumed | None = None,
    ) -> None:
        self.office_hours = office_hours
        self.day = office_hours.day
        self._years = frozenset(schedules)
        self._worked = bytearray(_worked_days(schedules, assumed or Assumed()))
        self._nth = array("l", (day for day in range(_DAYS) if self._worked[day]))
        self._before = array("l", _running_count(self._worked))
        self._unsettled = array("l", _running_count(bytearray(_unsettled_days(self._years, assumed or Assumed()))))
        self.named = lru_cache(maxsize=1024)(self._named)

    def published(self, year: int) -> bool:
        """Whether that year's schedule is published."""
        return year in self._years

    def is_workday(self, day: date) -> bool:
        """Whether that day is worked, by the schedule or by assumption."""
        return bool(self._worked[self.index(day)])

    def index(self, at: date) -> int:
        """That day, or a moment's day in Shanghai, as a number from the calendar's first day on. Raises Invalid."""
        day = at.astimezone(SHANGHAI) if isinstance(at, datetime) else at
        return _within(day.toordinal() - _ORIGIN)

    def working_time(self, at: datetime) -> int:
        """Working time up to that moment, in microseconds since the calendar's first day."""
        local = at.astimezone(SHANGHAI)
        index = _within(local.toordinal() - _ORIGIN)
        worked = self._before[index] * self.day
        if not self._worked[index]:
            return worked
        since_midnight = (local.hour * 3600 + local.minute * 60 + local.second) * MICROSECONDS + local.microsecond
        for opens, closes in self.office_hours.spans:
            if since_midnight <= opens:
                break
            worked += min(since_midnight, closes) - opens
        return worked

    def opening(self, index: int) -> int:
        """Working time up to the start of that day."""
        return self._before[index] * self.day

    def moment(self, working_time: int) -> datetime:
        """The earliest moment by which so much working time has passed: a full day's last is closing, not opening."""
        whole, rest = divmod(working_time - 1, self.day)
        if whole >= len(self._nth):
            raise _beyond()
        rest += 1
        for opens, closes in self.office_hours.spans:
            if rest <= closes - opens:
                return at_index(self._nth[whole], opens + rest)
            rest -= closes - opens
        raise AssertionError("a day's working time is the sum of its spans")

    def next_workday(self, index: int) -> int:
        """That day if it is worked, else the first worked day after it."""
        return self._nth[self._before[_within(index)]]

    def awaited(self, first: int, last: int) -> int | None:
        """The year whose schedule is still to be published before the days first to last are settled, if any."""
        if self._unsettled[last + 1] == self._unsettled[first]:
            return None
        open_day = next(day for day in range(first, last + 1) if self._unsettled[day + 1] > self._unsettled[day])
        year = date.fromordinal(open_day + _ORIGIN).year
        return year + 1 if self.published(year) else year

    def _named(self, first: int, last: int) -> str:
        years = range(first, last + 1)
        return "workdays.schedule." + "+".join(f"{year}{'' if self.published(year) else '?'}" for year in years)


def at_index(index: int, microseconds: int) -> datetime:
    """That time of that day, in Shanghai."""
    return _BASE + timedelta(index, 0, microseconds)


def clock_time(at: datetime) -> int:
    """That moment by the wall clock, in microseconds since the calendar's first day."""
    return (at - _BASE) // _MICROSECOND


def clock_moment(microseconds: int) -> datetime:
    """The moment of that wall-clock time, in Shanghai."""
    return _BASE + timedelta(0, 0, microseconds)


def year_of(index: int) -> int:
    """The year that day lies in."""
    return date.fromordinal(index + _ORIGIN).year


def _within(index: int) -> int:
    if 0 <= index < _DAYS:
        return index
    raise _beyond()


def _beyond() -> Invalid:
    return Invalid(
        say(
            "The working calendar reaches from {first} to {last}. Give a date within it.",
            "工作日历只覆盖 {first} 至 {last} 年，请给出其间的日期。",
            first=FIRST.year,
            last=LAST.year,
        )
    )


def _worked_days(schedules: Mapping[int, YearSchedule], assumed: Assumed) -> Iterator[bool]:
    off = frozenset().union(*(schedule.off for schedule in schedules.values()))
    work = frozenset().union(*(schedule.work for schedule in schedules.values()))
    for ordinal in range(_ORIGIN, _ORIGIN + _DAYS):
        day = date.fromordinal(ordinal)
        holiday = day in off or (day.year not in schedules and (day.month, day.day) in assumed.days)
        yield day in work or (day.weekday() < 5 and not holiday)


def _unsettled_days(years: frozenset[int], assumed: Assumed) -> Iterator[bool]:
    for ordinal in range(_ORIGIN, _ORIGIN + _DAYS):
        day = date.fromordinal(ordinal)
        tail = assumed.open_from is not None and (day.month, day.day) >= assumed.open_from
        yield day.year not in years or (tail and day.year + 1 not in years)


def _running_count(marks: bytearray) -> Iterator[int]:
    total = 0
    yield 0
    for mark in marks:
        total += mark
        yield total
