"""How time is counted: hours from the moment, days from the day after, and every pause given back."""

from __future__ import annotations

from datetime import UTC

import pytest

from linli.kernel.workdays import SHANGHAI, Allowance, Ends, Pause, Running, Unit, deadline


@pytest.fixture
def due(calendar, at):
    """`due(7, Unit.WORKDAYS, "2026-03-03 10:00", ("2026-03-04 09:00", "2026-03-04 12:00"))` as text."""

    def ask(amount: int, unit: Unit, start: str, *pauses: tuple[str, str | None], ends: Ends = Ends.CLOSING) -> str:
        stood = tuple(Pause(at(since), at(to) if to else None, "waiting") for since, to in pauses)
        found = deadline(Running(Allowance(amount, unit, ends), at(start), stood), calendar).at
        assert found.tzinfo is SHANGHAI
        return f"{found:%Y-%m-%d %H:%M}"

    return ask


@pytest.mark.parametrize(
    ("start", "until"),
    [
        ("2026-03-03 10:00", "2026-03-12 17:30"),  # Tuesday: Wednesday is the first of seven
        ("2026-03-03 07:00", "2026-03-12 17:30"),  # before the office opens is still that day
        ("2026-03-03 17:31", "2026-03-12 17:30"),  # after it closed too
        ("2026-03-03 23:59", "2026-03-12 17:30"),
        ("2026-03-04 00:00", "2026-03-13 17:30"),
        ("2026-03-07 10:00", "2026-03-17 17:30"),  # Saturday: Monday is the first
        ("2026-03-08 10:00", "2026-03-17 17:30"),
        ("2026-03-06 10:00", "2026-03-17 17:30"),  # Friday: Monday is the first
        ("2026-02-13 10:00", "2026-03-02 17:30"),  # over the Spring Festival, two Saturdays worked
    ],
)
def test_seven_workdays_begin_the_day_after_and_end_at_closing(due, start, until):
    assert due(7, Unit.WORKDAYS, start) == until


@pytest.mark.parametrize(
    ("start", "until"),
    [
        ("2026-03-03 10:00", "2026-03-03 15:30"),
        ("2026-03-03 08:00", "2026-03-03 14:30"),
        ("2026-03-03 13:30", "2026-03-03 17:30"),  # closing, not the next opening
        ("2026-03-03 15:30", "2026-03-04 11:00"),
        ("2026-03-03 20:00", "2026-03-04 14:30"),
        ("2026-03-06 16:30", "2026-03-09 12:00"),
    ],
)
def test_four_working_hours_run_from_the_moment_in_office_hours(due, start, until):
    assert due(4, Unit.WORKING_HOURS, start) == until


def test_hours_and_minutes_run_day_and_night(due):
    assert due(24, Unit.HOURS, "2026-03-06 23:15") == "2026-03-07 23:15"
    assert due(2, Unit.HOURS, "2026-12-31 23:00") == "2027-01-01 01:00"
    assert due(30, Unit.MINUTES, "2026-03-03 23:45") == "2026-03-04 00:15"


@pytest.mark.parametrize(
    ("amount", "until"),
    [(1, "2026-03-04 17:30"), (4, "2026-03-09 17:30"), (5, "2026-03-09 17:30"), (6, "2026-03-09 17:30")],
)
def test_days_move_off_a_day_that_is_not_worked_and_end_at_closing(due, amount, until):
    assert due(amount, Unit.DAYS, "2026-03-03 10:00") == until


def test_days_that_end_at_midnight_neither_move_nor_close_early(due):
    assert due(4, Unit.DAYS, "2026-03-03 10:00", ends=Ends.MIDNIGHT) == "2026-03-08 00:00"
    paused = due(4, Unit.DAYS, "2026-03-03 10:00", ("2026-03-04 10:00", "2026-03-04 15:00"), ends=Ends.MIDNIGHT)
    assert paused == "2026-03-09 00:00", "with the day it falls on"


def test_a_pause_gives_back_the_working_time_it_took(due):
    """Two days and an hour of it: closing on Thursday becomes ten on Tuesday."""
    start, over_noon = "2026-03-03 10:00", ("2026-03-03 11:00", "2026-03-03 14:30")
    assert due(7, Unit.WORKDAYS, start, ("2026-03-04 09:00", "2026-03-06 10:00")) == "2026-03-17 10:00"
    assert due(4, Unit.WORKING_HOURS, start, over_noon) == "2026-03-03 17:30"
    assert due(24, Unit.HOURS, start, over_noon) == "2026-03-04 13:30"


@pytest.mark.parametrize(
    "pause",
    [
        ("2026-03-03 18:00", "2026-03-04 08:59"),  # a night
        ("2026-03-07 00:00", "2026-03-08 23:00"),  # a weekend
        ("2026-03-03 10:30", "2026-03-03 17:00"),  # the day of the start, which is not counted
        ("2026-02-01 09:00", "2026-03-03 12:00"),  # before the start
        ("2026-03-12 17:30", "2026-03-20 12:00"),  # after the time is up
        ("2026-03-05 10:00", "2026-03-05 10:00"),  # no time at all
    ],
)
def test_a_pause_that_takes_no_counted_time_gives_none_back(due, pause):
    assert due(7, Unit.WORKDAYS, "2026-03-03 10:00", pause) == "2026-03-12 17:30"


def test_overlapping_and_nested_pauses_count_once(due):
    one = due(7, Unit.WORKDAYS, "2026-03-03 10:00", ("2026-03-04 09:00", "2026-03-06 10:00"))
    several = (
        ("2026-03-05 09:00", "2026-03-06 10:00"),
        ("2026-03-04 09:00", "2026-03-05 12:00"),
        ("2026-03-04 10:00", "2026-03-04 11:00"),
    )
    assert due(7, Unit.WORKDAYS, "2026-03-03 10:00", *several) == one


def test_a_pause_given_back_may_itself_be_paused(due):
    """Closing on Thursday the 12th moves a day into Friday the 13th, which a second pause takes away again."""
    pauses = (("2026-03-04 00:00", "2026-03-05 00:00"), ("2026-03-13 00:00", "2026-03-14 00:00"))
    assert due(7, Unit.WORKDAYS, "2026-03-03 10:00", *pauses) == "2026-03-16 17:30"


def test_a_clock_that_stands_still_is_due_no_earlier_than_if_it_ran_on_now(calendar, at):
    running = Running(Allowance(7, Unit.WORKDAYS), at("2026-03-03 10:00")).pause(at=at("2026-03-04 09:00"), reason="w")
    assert deadline(running, calendar).at == at("2026-03-12 17:30")
    later = deadline(running, calendar, now=at("2026-03-06 10:00"))
    assert (later.at, later.paused) == (at("2026-03-17 10:00"), True)
    resumed = deadline(running.resume(at=at("2026-03-06 10:00")), calendar)
    assert (resumed.at, resumed.paused) == (later.at, False)


def test_a_stopped_clock_keeps_its_deadline_and_restarts_with_the_gap_given_back(calendar, at):
    running = Running(Allowance(7, Unit.WORKDAYS), at("2026-03-03 10:00"))
    stopped = running.stop(at=at("2026-03-04 09:00"))
    assert deadline(stopped, calendar).at == at("2026-03-12 17:30")
    again = stopped.restart(at=at("2026-03-06 10:00"), reason="reopened")
    assert deadline(again, calendar).at == at("2026-03-17 10:00")
    assert running.restart(at=at("2026-03-06 10:00"), reason="reopened") == running


def test_a_pause_open_at_the_stop_ends_there(calendar, at):
    paused = Running(Allowance(7, Unit.WORKDAYS), at("2026-03-03 10:00")).pause(at=at("2026-03-04 09:00"), reason="w")
    stopped = paused.stop(at=at("2026-03-05 09:00"))
    assert deadline(stopped, calendar, now=at("2026-06-01 09:00")).at == at("2026-03-13 17:30")
    assert not deadline(stopped, calendar).paused
    again = stopped.restart(at=at("2026-03-05 09:00"), reason="reopened")
    assert deadline(again, calendar).at == at("2026-03-13 17:30")


def test_a_pause_that_ends_before_it_begins_is_refused(at):
    with pytest.raises(ValueError, match="swap its two moments"):
        Pause(at("2026-03-05 10:00"), at("2026-03-05 09:00"), "w")


def test_a_moment_without_a_time_zone_is_refused(at):
    naive = at("2026-03-05 10:00").replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        Running(Allowance(1, Unit.HOURS), naive)
    with pytest.raises(ValueError, match="time zone"):
        Running(Allowance(1, Unit.HOURS), at("2026-03-05 10:00"), (), naive)
    with pytest.raises(ValueError, match="time zone"):
        Pause(naive, None, "w")


def test_moments_in_other_time_zones_are_the_same_moments(calendar, at):
    here = Running(Allowance(7, Unit.WORKDAYS), at("2026-03-03 10:00"))
    elsewhere = Running(here.allowance, here.started_at.astimezone(UTC))
    assert deadline(elsewhere, calendar) == deadline(here, calendar)


def test_the_schedules_used_are_named(calendar, at):
    def named(amount: int, unit: Unit, start: str) -> str:
        return deadline(Running(Allowance(amount, unit), at(start)), calendar).schedule

    assert named(7, Unit.WORKDAYS, "2026-03-03 10:00") == "workdays.schedule.2026"
    assert named(7, Unit.WORKDAYS, "2025-12-30 10:00") == "workdays.schedule.2025+2026"
    assert named(7, Unit.WORKDAYS, "2026-12-30 10:00") == "workdays.schedule.2026+2027?"
    assert named(2, Unit.HOURS, "2026-12-30 10:00") == ""
