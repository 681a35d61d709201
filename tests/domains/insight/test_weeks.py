"""Weeks begin on Monday and are compared with their like."""

from __future__ import annotations

from datetime import date

from tests.neighbourhood import MONDAY

from linli.domains.insight.weeks import Week

WEEK = Week(date(2026, 3, 2))


def test_a_week_is_from_monday_to_monday():
    assert Week.of(date(2026, 3, 8)) == Week.of(date(2026, 3, 2)) == WEEK
    assert WEEK.sunday == date(2026, 3, 8)
    assert (WEEK.since.isoformat(), WEEK.until.isoformat()) == (
        "2026-03-02T00:00:00+08:00",
        "2026-03-09T00:00:00+08:00",
    )
    assert Week.ended(MONDAY) == WEEK.earlier(1)


def test_weeks_before_and_of_the_same_season_last_year():
    assert [each.monday for each in WEEK.before(2)] == [date(2026, 2, 16), date(2026, 2, 23)]
    assert [each.monday for each in WEEK.a_year_ago(around=1)] == [
        date(2025, 2, 24),
        date(2025, 3, 3),
        date(2025, 3, 10),
    ]
