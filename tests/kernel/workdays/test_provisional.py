"""A year whose holidays are not published yet: deadlines in it are provisional, and told about when that changes."""

from __future__ import annotations

import pytest

from linli.kernel.workdays import Allowance, Deadline, Running, Unit, deadline, moved

SEVEN = Allowance(7, Unit.WORKDAYS)


def test_filing_on_the_last_known_31_december_gives_a_provisional_deadline(calendar, at):
    due = deadline(Running(SEVEN, at("2026-12-31 16:00")), calendar)
    assert (due.at, due.provisional, due.awaits) == (at("2027-01-12 17:30"), True, 2027)


def test_within_published_days_nothing_is_provisional(calendar, at):
    assert not deadline(Running(SEVEN, at("2026-11-23 10:00")), calendar).provisional
    assert not deadline(Running(SEVEN, at("2025-12-31 10:00")), calendar).provisional


def test_the_last_days_of_december_wait_for_the_next_years_notice(calendar, at):
    """The notices for 2008 and 2019 changed the 29th of December before."""
    settled = deadline(Running(Allowance(1, Unit.WORKDAYS), at("2026-12-27 10:00")), calendar)
    open_still = deadline(Running(Allowance(1, Unit.WORKDAYS), at("2026-12-28 10:00")), calendar)
    assert (settled.at, settled.awaits) == (at("2026-12-28 17:30"), None)
    assert (open_still.at, open_still.awaits) == (at("2026-12-29 17:30"), 2027)


@pytest.mark.parametrize("unit", [Unit.HOURS, Unit.MINUTES])
def test_clocks_that_run_day_and_night_wait_for_no_schedule(calendar, at, unit):
    assert not deadline(Running(Allowance(2, unit), at("2026-12-31 23:30")), calendar).provisional


def test_days_are_provisional_only_where_they_end(calendar, at):
    assert deadline(Running(Allowance(5, Unit.DAYS), at("2026-12-30 10:00")), calendar).awaits == 2027
    assert not deadline(Running(Allowance(5, Unit.DAYS), at("2026-12-20 10:00")), calendar).provisional


def test_a_loaded_schedule_tells_which_deadlines_moved_from_what_to_what(calendar, calendar_before_2026, at):
    """Published on 4 November 2025: 2 January 2026 is off and Sunday 4 January is worked."""
    clocks = [
        ("over the turn of the year", Running(SEVEN, at("2025-12-26 10:00"))),
        ("one day, then Friday off", Running(Allowance(1, Unit.WORKDAYS), at("2026-01-01 10:00"))),
        ("long settled", Running(SEVEN, at("2025-11-03 10:00"))),
        ("stopped", Running(SEVEN, at("2025-12-26 10:00")).stop(at=at("2025-12-29 10:00"))),
    ]
    found = {move.key: move for move in moved(clocks, before=calendar_before_2026, after=calendar)}
    assert set(found) == {"over the turn of the year", "one day, then Friday off"}

    same_day = found["over the turn of the year"]
    assert (same_day.was.at, same_day.now_is.at) == (at("2026-01-07 17:30"), at("2026-01-07 17:30"))
    assert (same_day.shifted, same_day.was.provisional, same_day.now_is.provisional) == (False, True, False)
    assert same_day.words(at("2025-11-04 12:00")).in_language("zh-hans") == "2026年1月7日 17:30 已确定"

    later = found["one day, then Friday off"]
    assert (later.was.at, later.now_is.at) == (at("2026-01-02 17:30"), at("2026-01-04 17:30"))
    words = later.words(at("2026-01-01 12:00"))
    assert words.in_language("zh-hans") == "期限由 明天下午 17:30 改为 周日 17:30：放假安排已公布"
    assert words.in_language("en") == "moved from tomorrow 17:30 to Sunday 17:30: the holiday schedule was published"


def test_a_schedule_that_is_already_known_moves_nothing(calendar, at):
    assert list(moved([(1, Running(SEVEN, at("2026-12-31 10:00")))], before=calendar, after=calendar)) == []


def test_a_deadline_says_whether_it_is_provisional(at):
    assert Deadline(at("2026-03-03 10:00"), "s", 2027).provisional
    assert not Deadline(at("2026-03-03 10:00")).provisional
