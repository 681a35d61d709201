"""What the tests of working time share: the calendar of the shipped packs, and moments in Shanghai."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from linli.kernel.rules import stack
from linli.kernel.workdays import SHANGHAI, Calendar, calendar_from

TODAY = date(2026, 11, 23)


def shipped_calendar(*, without: int | None = None) -> Calendar:
    """The calendar of the packs, as if one year's schedule were not yet published."""
    book = stack("cn", "beijing")
    years = {int(year): rule.value for year, rule in book.family("workdays.schedule", on=TODAY).items()}
    years.pop(without or 0, None)
    return calendar_from(
        years,
        book.rule("workdays.office_hours", on=TODAY).value,
        book.rule("workdays.fixed_holidays", on=TODAY).value,
    )


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return shipped_calendar()


@pytest.fixture(scope="session")
def calendar_before_2026() -> Calendar:
    """As it was known in October 2025: the schedule of 2026 still to come."""
    return shipped_calendar(without=2026)


@pytest.fixture(scope="session")
def at():
    """`at("2026-03-03 10:00")`: that moment in Shanghai."""
    return lambda text: datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)
