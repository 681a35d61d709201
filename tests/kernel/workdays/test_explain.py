"""Clocks explain themselves, and say dates as people say them."""

from __future__ import annotations

import pytest

from linli.kernel.words import say
from linli.kernel.workdays import Allowance, Ends, Running, Unit, explain, left, remaining, spoken

SEVEN = Allowance(7, Unit.WORKDAYS)
WAITING = say("waiting for what you were asked", "等你补充材料")


def both(words) -> tuple[str, str]:
    return words.in_language("zh-hans"), words.in_language("en")


@pytest.fixture
def waited(at):
    """Filed on Tuesday; stood still for two days and an hour of working time."""
    running = Running(SEVEN, at("2026-03-03 10:00")).pause(at=at("2026-03-04 09:00"), reason=WAITING)
    return running.resume(at=at("2026-03-06 10:00"))


@pytest.mark.parametrize(
    ("moment", "zh", "en"),
    [
        ("2026-03-10 09:12", "昨天 09:12", "yesterday 09:12"),
        ("2026-03-11 17:00", "今天 17:00", "today 17:00"),
        ("2026-03-12 00:00", "今天 24:00", "today 24:00"),
        ("2026-03-12 10:00", "明天上午 10:00", "tomorrow 10:00"),
        ("2026-03-12 17:30", "明天下午 17:30", "tomorrow 17:30"),
        ("2026-03-12 20:00", "明天晚上 20:00", "tomorrow 20:00"),
        ("2026-03-13 00:00", "明天晚上 24:00", "tomorrow 24:00"),
        ("2026-03-13 10:00", "周五 10:00", "Friday 10:00"),
        ("2026-03-17 10:00", "周二 10:00", "Tuesday 10:00"),
        ("2026-03-18 10:00", "3月18日 10:00", "18 March 10:00"),
        ("2026-12-03 10:00", "12月3日 10:00", "3 December 10:00"),
        ("2026-03-09 10:00", "3月9日 10:00", "9 March 10:00"),
        ("2027-01-05 10:00", "2027年1月5日 10:00", "5 January 2027 10:00"),
    ],
)
def test_dates_are_said_as_people_say_them(at, moment, zh, en):
    assert both(spoken(at(moment), at("2026-03-11 15:00"))) == (zh, en)


def test_a_clock_says_when_it_is_due_and_what_that_is_made_of(calendar, at, waited):
    assert both(explain(waited, calendar, at("2026-03-11 15:00"))) == (
        "周二 10:00 前：7 个工作日，等你补充材料时停了 2 天",
        "By Tuesday 10:00: 7 workdays, stopped for 2 days (waiting for what you were asked)",
    )


def test_a_clock_without_pauses_says_only_its_allowance(calendar, at):
    running = Running(Allowance(24, Unit.HOURS), at("2026-03-03 10:00"))
    said = both(explain(running, calendar, at("2026-03-03 15:00")))
    assert said == ("明天上午 10:00 前：24 小时", "By tomorrow 10:00: 24 hours")


def test_several_reasons_are_said_apart_and_the_same_reason_once(calendar, at, waited):
    approval = say("approval asked for", "请批延期")
    running = waited.pause(at=at("2026-03-09 09:00"), reason=approval).resume(at=at("2026-03-09 12:00"))
    running = running.pause(at=at("2026-03-10 09:00"), reason=WAITING).resume(at=at("2026-03-11 09:00"))
    assert both(explain(running, calendar, at("2026-03-11 15:00"))) == (
        "3月18日 14:30 前：7 个工作日，等你补充材料时停了 3 天，请批延期时停了 3 小时",
        "By 18 March 14:30: 7 workdays, stopped for 3 days (waiting for what you were asked), "
        "stopped for 3 hours (approval asked for)",
    )


def test_a_clock_that_stands_still_says_so_and_what_is_left(calendar, at):
    running = Running(SEVEN, at("2026-03-03 10:00")).pause(at=at("2026-03-05 09:00"), reason=WAITING)
    assert both(explain(running, calendar, at("2026-03-06 14:30"))) == (
        "暂停计时，还剩 6 个工作日：7 个工作日，等你补充材料时停了 1 天半",
        "Paused, 6 workdays left: 7 workdays, stopped for 1½ days (waiting for what you were asked)",
    )


def test_a_late_clock_says_by_how_much(calendar, at, waited):
    assert both(explain(waited, calendar, at("2026-03-18 11:00"))) == (
        "昨天 10:00 已到期，超时 1 个工作日：7 个工作日，等你补充材料时停了 2 天",
        "Was due yesterday 10:00, 1 workday late: 7 workdays, stopped for 2 days (waiting for what you were asked)",
    )


def test_a_stopped_clock_says_whether_it_was_in_time(calendar, at, waited):
    met, missed = waited.stop(at=at("2026-03-16 09:12")), waited.stop(at=at("2026-03-17 14:00"))
    now = at("2026-03-18 15:00")
    in_time, late = both(explain(met, calendar, now))[0], both(explain(missed, calendar, now))[1]
    assert in_time.startswith("3月16日 09:12 办完，按时（应在 昨天 10:00 前）：7 个工作日")
    assert late.startswith("Done yesterday 14:00, 2 working hours late (due yesterday 10:00): 7 workdays")


def test_a_provisional_deadline_says_what_it_waits_for(calendar, at):
    assert both(explain(Running(SEVEN, at("2026-12-31 10:00")), calendar, at("2026-12-31 10:00"))) == (
        "2027年1月12日 17:30 前：7 个工作日（暂定，2027 年放假安排公布后再确认）",
        "By 12 January 2027 17:30: 7 workdays (provisional until the holidays of 2027 are published)",
    )


@pytest.mark.parametrize(
    ("now", "zh", "en"),
    [
        ("2026-03-03 10:00", "还剩 7 个工作日", "7 workdays left"),
        ("2026-03-11 09:00", "还剩 2 个工作日", "2 workdays left"),
        ("2026-03-11 13:30", "还剩 1 个半工作日", "1½ workdays left"),
        ("2026-03-11 16:00", "还剩 1 个工作日", "1 workday left"),
        ("2026-03-12 14:00", "还剩 3 个工作小时", "3 working hours left"),
        ("2026-03-12 17:05", "还剩 25 分钟工作时间", "25 working minutes left"),
        ("2026-03-12 17:30", "还剩不到 1 分钟工作时间", "less than a working minute left"),
        ("2026-03-12 20:00", "已超不到 1 分钟工作时间", "less than a working minute late"),
        ("2026-03-13 11:00", "已超 2 个工作小时", "2 working hours late"),
        ("2026-03-17 17:00", "已超 2 个半工作日", "2½ workdays late"),
    ],
)
def test_what_is_left_is_said_in_workdays_then_hours_then_minutes(calendar, at, now, zh, en):
    assert both(left(Running(SEVEN, at("2026-03-03 10:00")), calendar, at(now))) == (zh, en)


@pytest.mark.parametrize(
    ("now", "zh"),
    [
        ("2026-03-03 10:00", "还剩 30 天"),
        ("2026-04-01 23:00", "还剩 1 天"),
        ("2026-04-02 21:00", "还剩 3 小时"),
        ("2026-04-03 00:00", "还剩 1 分钟"),
        ("2026-04-03 02:00", "已超 1 天"),
    ],
)
def test_days_are_counted_from_date_to_date(calendar, at, now, zh):
    running = Running(Allowance(30, Unit.DAYS, Ends.MIDNIGHT), at("2026-03-03 10:00"))
    assert left(running, calendar, at(now)).in_language("zh-hans") == zh


def test_nothing_is_used_up_while_the_clock_stands_still_or_is_stopped(calendar, at):
    paused = Running(SEVEN, at("2026-03-03 10:00")).pause(at=at("2026-03-05 11:00"), reason=WAITING)
    stopped = paused.stop(at=at("2026-03-05 11:00"))
    wanted = remaining(paused, calendar, at("2026-03-05 11:00"))
    assert remaining(paused, calendar, at("2026-03-12 16:00")) == wanted
    assert remaining(stopped, calendar, at("2026-06-01 16:00")) == wanted
    assert not wanted.late
