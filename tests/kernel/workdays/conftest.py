"""What the tests of working time share: the calendar of the shipped packs, and moments in Shanghai."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from linli.kernel.rules import stack
from linli.kernel.workdays import SHANGHAI, Calendar, calendar_from

LONG_FROM_NOW = date(2100, 1, 1)
"""A day by which every schedule in the packs is in force."""


def shipped_calendar(*, until: int = 2100) -> Calendar:
    """The calendar of the packs, as if no year after `until` were published."""
    book = stack("cn", "beijing")
    years = book.family("workdays.schedule", on=LONG_FROM_NOW)
    return calendar_from(
        {int(year): rule.value for year, rule in years.items() if int(year) <= until},
        book.rule("workdays.office_hours", on=LONG_FROM_NOW).value,
        book.rule("workdays.fixed_holidays", on=LONG_FROM_NOW).value,
    )


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    """As it was known in October 2026: 2026 is the last known year, whatever was published since."""
    return shipped_calendar(until=2026)


@pytest.fixture(scope="session")
def calendar_before_2026() -> Calendar:
    """As it was known in October 2025."""
    return shipped_calendar(until=2025)


@pytest.fixture(scope="session")
def whole_calendar() -> Calendar:
    """All that the packs hold."""
    return shipped_calendar()


@pytest.fixture(scope="session")
def at():
    """`at("2026-03-03 10:00")`: that moment in Shanghai."""
    return lambda text: datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)
