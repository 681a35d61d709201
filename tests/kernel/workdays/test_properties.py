"""What holds of every clock, whatever its start, its allowance and its pauses."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kernel.workdays.conftest import shipped_calendar

from linli.kernel.workdays import SHANGHAI, Allowance, Ends, Pause, Running, Unit, deadline, remaining
from linli.kernel.workdays.deadline import span

CALENDAR = shipped_calendar(until=2026)
moments = st.datetimes(datetime(2005, 1, 1), datetime(2030, 12, 31), timezones=st.just(SHANGHAI))
lengths = st.timedeltas(timedelta(0), timedelta(days=40))
units = st.sampled_from(list(Unit))
working_units = st.sampled_from([Unit.WORKDAYS, Unit.WORKING_HOURS])
amounts = st.integers(1, 60)


@st.composite
def allowances(draw) -> Allowance:
    unit = draw(units)
    return Allowance(draw(amounts), unit, draw(st.sampled_from(list(Ends))) if unit is Unit.DAYS else Ends.CLOSING)


@st.composite
def pauses_after(draw, start: datetime) -> tuple[Pause, ...]:
    found = []
    for _ in range(draw(st.integers(0, 4))):
        since = start + draw(st.timedeltas(timedelta(days=-5), timedelta(days=60)))
        found.append(Pause(since, since + draw(lengths), "waiting"))
    return tuple(found)


@st.composite
def clocks(draw) -> Running:
    start = draw(moments)
    return Running(draw(allowances()), start, draw(pauses_after(start)))


@given(moments, lengths, allowances(), st.data())
def test_a_later_start_is_never_due_earlier(start, later, allowance, data):
    pauses = data.draw(pauses_after(start))
    first = deadline(Running(allowance, start, pauses), CALENDAR).at
    second = deadline(Running(allowance, start + later, pauses), CALENDAR).at
    assert first <= second


@given(moments, amounts, amounts, units)
def test_allowances_add_up(start, some, more, unit):
    """Allowed so much, and from there so much more, is the sum allowed at once."""
    step = deadline(Running(Allowance(some, unit), start), CALENDAR).at
    whole = deadline(Running(Allowance(some + more, unit), start), CALENDAR).at
    if unit is Unit.DAYS:  # a last day that is not worked moves only at the end
        assert deadline(Running(Allowance(more, unit), step), CALENDAR).at >= whole
    else:
        assert deadline(Running(Allowance(more, unit), step), CALENDAR).at == whole


@given(moments, amounts, working_units, st.timedeltas(timedelta(0), timedelta(days=30)), lengths)
def test_a_pause_within_the_clocks_time_moves_it_by_exactly_its_working_time(start, amount, unit, wait, stood):
    plain = Running(Allowance(amount, unit), start)
    before = deadline(plain, CALENDAR).at
    since = start + wait
    paused = Running(plain.allowance, start, (Pause(since, since + stood, "waiting"),))
    after = deadline(paused, CALENDAR).at
    counted_from = span(plain, CALENDAR).start
    took = CALENDAR.working_time(since + stood) - max(CALENDAR.working_time(since), counted_from)
    if CALENDAR.working_time(since) >= CALENDAR.working_time(before):
        took = 0
    assert CALENDAR.working_time(after) - CALENDAR.working_time(before) == max(0, took)


@given(moments, st.integers(1, 500), lengths, lengths)
def test_a_pause_of_a_wall_clock_moves_it_by_exactly_its_length(start, amount, wait, stood):
    allowance = Allowance(amount, Unit.HOURS)
    before = deadline(Running(allowance, start), CALENDAR).at
    after = deadline(Running(allowance, start, (Pause(start + wait, start + wait + stood, "w"),)), CALENDAR).at
    assert after - before == (stood if start + wait < before else timedelta(0))


@given(clocks())
def test_a_deadline_in_working_time_falls_within_office_hours_of_a_worked_day(running):
    due = deadline(running, CALENDAR).at
    if running.allowance.unit in (Unit.WORKDAYS, Unit.WORKING_HOURS):
        assert CALENDAR.is_workday(due.date())
        midnight = due.replace(hour=0, minute=0, second=0, microsecond=0)
        since_midnight = (due - midnight) // timedelta(microseconds=1)
        assert any(opens < since_midnight <= closes for opens, closes in CALENDAR.office_hours.spans)


@given(clocks())
def test_the_order_and_the_overlap_of_pauses_do_not_matter(running):
    due = deadline(running, CALENDAR)
    turned = Running(running.allowance, running.started_at, running.pauses[::-1])
    doubled = Running(running.allowance, running.started_at, running.pauses * 2)
    assert deadline(turned, CALENDAR) == deadline(doubled, CALENDAR) == due


@given(moments, allowances(), lengths, lengths)
def test_stopping_and_restarting_is_pausing_and_resuming(start, allowance, wait, gap):
    running = Running(allowance, start)
    restarted = running.stop(at=start + wait).restart(at=start + wait + gap, reason="reopened")
    resumed = running.pause(at=start + wait, reason="reopened").resume(at=start + wait + gap)
    assert deadline(restarted, CALENDAR) == deadline(resumed, CALENDAR)


@given(clocks())
def test_time_is_left_up_to_the_deadline_and_none_after_it(running):
    due = deadline(running, CALENDAR).at
    assert not remaining(running, CALENDAR, due).late
    assert remaining(running, CALENDAR, due + timedelta(microseconds=1)).late


@given(moments)
def test_working_time_turns_back_into_the_moment_it_was_read_from(at):
    passed = CALENDAR.working_time(at)
    back = CALENDAR.moment(passed)
    assert CALENDAR.working_time(back) == passed
    assert back <= at


@settings(max_examples=50)
@given(moments, st.integers(1, 40))
def test_workdays_agree_with_counting_the_days_one_by_one(start, amount):
    day, counted = start.date(), 0
    while counted < amount:
        day += timedelta(days=1)
        counted += CALENDAR.is_workday(day)
    due = deadline(Running(Allowance(amount, Unit.WORKDAYS), start), CALENDAR).at
    assert (due.date(), f"{due:%H:%M}") == (day, "17:30")
