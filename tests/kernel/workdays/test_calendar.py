"""The calendar agrees with the published holidays on every day, and knows what it does not know."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest
from chinese_calendar import constants

from linli.kernel.refusal import Invalid
from linli.kernel.rules import rulebook
from linli.kernel.workdays import Assumed, Calendar, OfficeHours, YearSchedule, calendar_from

FIRST, LAST = min(constants.holidays).year, max(constants.holidays).year


@pytest.mark.parametrize("year", range(FIRST, LAST + 1))
def test_every_day_of_every_published_year_agrees_with_an_independent_list(whole_calendar, year):
    days = [date(year, 1, 1) + timedelta(days=n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    assert [str(day) for day in days if whole_calendar.is_workday(day) != chinese_calendar.is_workday(day)] == []


def test_the_packs_hold_every_year_the_independent_list_knows(whole_calendar):
    assert all(whole_calendar.published(year) for year in range(FIRST, LAST + 1))
    assert not whole_calendar.published(FIRST - 1)


def test_an_unpublished_year_has_weekends_and_holidays_fixed_in_the_solar_calendar(calendar):
    off = {day for n in range(365) if not calendar.is_workday(day := date(2031, 1, 1) + timedelta(days=n))}
    weekdays_off = sorted(day for day in off if day.weekday() < 5)
    assert weekdays_off == [date(2031, m, d) for m, d in ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))]
    assert all(day in off for day in (date(2031, 1, 4), date(2031, 1, 5)))


def test_working_time_passes_only_in_office_hours_of_worked_days(calendar, at):
    def hours(since: str, until: str) -> float:
        return (calendar.working_time(at(until)) - calendar.working_time(at(since))) / 3_600_000_000

    assert hours("2026-03-03 08:00", "2026-03-03 10:00") == 1
    assert hours("2026-03-03 11:30", "2026-03-03 14:00") == 1
    assert hours("2026-03-03 12:00", "2026-03-03 13:30") == 0
    assert hours("2026-03-03 00:00", "2026-03-04 00:00") == 7
    assert hours("2026-03-07 00:00", "2026-03-09 00:00") == 0
    assert hours("2026-02-28 00:00", "2026-03-01 00:00") == 7, "a Saturday worked for the Spring Festival"
    assert hours("2026-02-14 17:30", "2026-02-24 09:00") == 0, "the Spring Festival"


def test_the_same_rule_values_give_the_same_calendar():
    book, day = rulebook(), date(2026, 11, 23)

    def ask() -> Calendar:
        schedules = {int(year): rule.value for year, rule in book.family("workdays.schedule", on=day).items()}
        hours = book.rule("workdays.office_hours", on=day).value
        return calendar_from(schedules, hours, book.rule("workdays.fixed_holidays", on=day).value)

    assert ask() is ask()


def test_other_rule_values_give_another_calendar():
    nothing = {"days": []}
    ours = calendar_from({}, {"spans": [["09:00", "17:00"]]}, nothing)
    theirs = calendar_from({}, {"spans": [["08:30", "16:30"]]}, nothing)
    assert ours.office_hours.spans != theirs.office_hours.spans


@pytest.mark.parametrize("day", ["1999-12-31", "2101-01-01"])
def test_a_day_outside_the_calendar_is_refused(calendar, at, day):
    with pytest.raises(Invalid) as refused:
        calendar.working_time(at(f"{day} 10:00"))
    assert refused.value.sentence.in_language("zh-hans") == "工作日历只覆盖 2000 至 2100 年，请给出其间的日期。"


@pytest.mark.parametrize(
    "written",
    [
        {},
        {"spans": []},
        {"spans": [["9", "12:00"]]},
        {"spans": [["12:00", "09:00"]]},
        {"spans": [["09:00", "12:00"], ["11:00", "17:00"]]},
        {"spans": [["09:00"]]},
    ],
)
def test_office_hours_that_make_no_sense_are_refused(written):
    with pytest.raises(Invalid) as refused:
        OfficeHours.parse(written)
    assert 'spans = [["09:00", "12:00"], ["13:30", "17:30"]]' in refused.value.sentence.in_language("en")


def test_an_office_may_be_open_until_midnight():
    assert OfficeHours.parse({"spans": [["00:00", "24:00"]]}).day == 24 * 3_600_000_000


@pytest.mark.parametrize(
    "written",
    [{}, {"off": [["new_year", date(2027, 1, 3), date(2027, 1, 1)]], "work": []}, {"off": [[1]], "work": []}],
)
def test_a_schedule_that_cannot_be_read_is_refused(written):
    with pytest.raises(Invalid) as refused:
        YearSchedule.parse(written)
    assert "workdays.schedule" in refused.value.sentence.in_language("zh-hans")


def test_a_day_is_not_both_off_and_worked():
    with pytest.raises(Invalid) as refused:
        YearSchedule.parse({"off": [["new_year", date(2027, 1, 1), date(2027, 1, 3)]], "work": [date(2027, 1, 2)]})
    assert "2027-01-02" in refused.value.sentence.in_language("en")


@pytest.mark.parametrize("written", [{}, {"days": ["13-01"]}, {"days": [101]}, {"days": [], "open_from": "99"}])
def test_assumed_holidays_that_cannot_be_read_are_refused(written):
    with pytest.raises(Invalid):
        Assumed.parse(written)
