"""A clock explains itself: “周二 10:00 前：7 个工作日，等你补充材料时停了 2 天”."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from linli.kernel.words import Words, say
from linli.kernel.workdays.allowance import Unit
from linli.kernel.workdays.calendar import DAY, Calendar
from linli.kernel.workdays.clock import Running, stood_still
from linli.kernel.workdays.deadline import Deadline, deadline, span
from linli.kernel.workdays.spoken import UNDER_A_MINUTE, length, spoken, workdays_length

_IN_WORKING_TIME = (Unit.WORKDAYS, Unit.WORKING_HOURS)
_MICROSECOND = timedelta(microseconds=1)


class Remaining(NamedTuple):
    """What is left on a clock, in microseconds of its own scale: working time or wall-clock time; below 0 when late."""

    microseconds: int
    day: int
    working: bool

    @property
    def late(self) -> bool:
        """Whether the time has run out."""
        return self.microseconds < 0

    @property
    def words(self) -> Words:
        """“2 workdays”, “3 小时”: how long, either way."""
        say_length = workdays_length if self.working else length
        return say_length(abs(self.microseconds), day=self.day)


def remaining(running: Running, calendar: Calendar, now: datetime) -> Remaining:
    """What is left at `now`, or was when the clock was stopped; nothing is used up while it stands still.

    Days are counted as people count them, from date to date, until the last one has come; midnight ends a day.
    """
    at = running.stopped_at or now
    due = deadline(running, calendar, now=now).at
    if running.allowance.unit in _IN_WORKING_TIME:
        spent = max(calendar.working_time(at), span(running, calendar).start)
        rest = calendar.working_time(due) - spent
        return Remaining(-1 if rest == 0 and at > due else rest, calendar.day, working=True)
    days = calendar.index(due - _MICROSECOND) - calendar.index(at - _MICROSECOND)
    if running.allowance.unit is Unit.DAYS and days:
        return Remaining(days * DAY, DAY, working=False)
    return Remaining((due - at) // _MICROSECOND, DAY, working=False)


def left(running: Running, calendar: Calendar, now: datetime) -> Words:
    """“2 workdays left”, “还剩 2 个工作日”, or by how much it is late."""
    rest = remaining(running, calendar, now)
    gap = "" if rest.words == UNDER_A_MINUTE else " "  # a space parts figures from characters, not characters
    if rest.late:
        return say("{length} late", f"已超{gap}{{length}}", length=rest.words)
    return say("{length} left", f"还剩{gap}{{length}}", length=rest.words)


def explain(running: Running, calendar: Calendar, now: datetime) -> Words:
    """When it is due, what that is made of, and what may still move it."""
    due = deadline(running, calendar, now=now)
    return say(
        "{when}: {made_of}{provisional}",
        "{when}：{made_of}{provisional}",
        when=_when(running, calendar, due, now),
        made_of=_made_of(running, calendar, now),
        provisional=_provisional(due),
    )


def _when(running: Running, calendar: Calendar, due: Deadline, now: datetime) -> Words:
    until = spoken(due.at, now)
    rest = remaining(running, calendar, now)
    if running.stopped_at is not None:
        done = spoken(running.stopped_at, now)
        if rest.late:
            return say(
                "Done {done}, {late} late (due {until})",
                "{done} 办完，超时 {late}（应在 {until} 前）",
                done=done,
                late=rest.words,
                until=until,
            )
        return say("Done {done}, in time (due {until})", "{done} 办完，按时（应在 {until} 前）", done=done, until=until)
    if due.paused:
        return say("Paused, {left}", "暂停计时，{left}", left=left(running, calendar, now))
    if rest.late:
        return say("Was due {until}, {late} late", "{until} 已到期，超时 {late}", until=until, late=rest.words)
    return say("By {until}", "{until} 前", until=until)


def _made_of(running: Running, calendar: Calendar, now: datetime) -> Words:
    """The allowance, its extensions, and each reason it stood still for with how long, in the order they came."""
    measured = span(running, calendar)
    day = calendar.day if running.allowance.unit in _IN_WORKING_TIME else DAY
    stood: dict[Words | str, int] = {}
    for pause in stood_still(running, until=now):
        since = max(measured.measure(pause.from_), measured.start)
        stood[pause.reason] = stood.get(pause.reason, 0) + max(0, measured.measure(pause.to or now) - since)
    words = running.allowance.words
    for extension in running.extensions:
        words = say("{before}, extended by {more}", "{before}，延期 {more}", before=words, more=extension.words)
    for reason, time in stood.items():
        if time:
            words = say(
                "{before}, stopped for {time} ({reason})",
                "{before}，{reason}时停了 {time}",
                before=words,
                reason=reason,
                time=length(time, day=day),
            )
    return words


def _provisional(due: Deadline) -> Words:
    if due.awaits is None:
        return Words("", "")
    return say(
        " (provisional until the holidays of {year} are published)",
        "（暂定，{year} 年放假安排公布后再确认）",
        year=due.awaits,
    )
