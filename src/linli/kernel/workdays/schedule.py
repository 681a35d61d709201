"""What the rule packs say of working time: a year's holidays, office hours, and what is assumed of other years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from linli.kernel.refusal import Invalid
from linli.kernel.words import say

MICROSECONDS = 1_000_000
SCHEDULE_EXAMPLE = 'off = [["new_year", 2027-01-01, 2027-01-03]], work = [2027-01-09]'
HOURS_EXAMPLE = 'spans = [["09:00", "12:00"], ["13:30", "17:30"]]'


@dataclass(frozen=True, slots=True)
class YearSchedule:
    """One year's published holidays and the weekend days worked for them; may reach into the December before."""

    off: frozenset[date]
    work: frozenset[date]

    @classmethod
    def parse(cls, written: Mapping[str, Any]) -> YearSchedule:
        """Reads `off` as (festival, first day, last day) and `work` as days. Raises Invalid."""
        try:
            off = frozenset(day for _, first, last in written["off"] for day in _days(first, last))
            work = frozenset(written["work"])
        except (KeyError, TypeError, ValueError) as error:
            raise _unreadable("workdays.schedule", SCHEDULE_EXAMPLE) from error
        if off & work:
            day = min(off & work).isoformat()
            raise Invalid(
                say(
                    "A holiday schedule calls {day} both a day off and a workday. Strike it from one of the two lists.",
                    "放假安排里 {day} 既放假又上班，请从其中一边删掉。",
                    day=day,
                )
            )
        return cls(off, work)


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When an office is open on a workday, as spans of microseconds since midnight, in order."""

    spans: tuple[tuple[int, int], ...]

    @classmethod
    def parse(cls, written: Mapping[str, Any]) -> OfficeHours:
        """Reads `{"spans": [["09:00", "12:00"], ["13:30", "17:30"]]}`. Raises Invalid."""
        try:
            spans = tuple((_clock(opens), _clock(closes)) for opens, closes in written["spans"])
        except (KeyError, TypeError, ValueError) as error:
            raise _unreadable("workdays.office_hours", HOURS_EXAMPLE) from error
        edges = [edge for span in spans for edge in span]
        if not edges or edges != sorted(set(edges)):
            raise _unreadable("workdays.office_hours", HOURS_EXAMPLE)
        return cls(spans)

    @property
    def day(self) -> int:
        """Microseconds of working time in one workday."""
        return sum(closes - opens for opens, closes in self.spans)

    @property
    def closing(self) -> int:
        """Microseconds since midnight at which the office closes."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Assumed:
    """What is assumed of a year without a published schedule: weekends, and holidays fixed in the solar calendar.

    From `open_from` (month, day) to its end even a published year may still be changed by the next year's notice.
    """

    days: frozenset[tuple[int, int]] = frozenset()
    open_from: tuple[int, int] | None = None

    @classmethod
    def parse(cls, written: Mapping[str, Any]) -> Assumed:
        """Reads `{"days": ["01-01"], "open_from": "12-29"}`. Raises Invalid."""
        try:
            tail = written.get("open_from")
            return cls(frozenset(map(_month_day, written["days"])), _month_day(tail) if tail else None)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise _unreadable("workdays.fixed_holidays", 'days = ["01-01", "10-01"], open_from = "12-29"') from error


def _days(first: date, last: date) -> Sequence[date]:
    if last < first:
        raise ValueError
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _clock(text: str) -> int:
    if text == "24:00":
        return 24 * 3600 * MICROSECONDS
    read = time.fromisoformat(text)
    return (read.hour * 3600 + read.minute * 60 + read.second) * MICROSECONDS


def _month_day(text: str) -> tuple[int, int]:
    read = date.fromisoformat(f"2000-{text}")
    return read.month, read.day


def _unreadable(rule: str, example: str) -> Invalid:
    return Invalid(
        say(
            "The rule {rule} cannot be read. Write its value like: {example}.",
            "规则 {rule} 读不懂。请照此写：{example}。",
            rule=rule,
            example=example,
        )
    )
