"""Moments and lengths of time as people say them: 今天 17:00, 明天上午 10:00, 周二 10:00, 12月3日 10:00."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from linli.kernel.words import Words, say
from linli.kernel.workdays.allowance import counted
from linli.kernel.workdays.calendar import SHANGHAI
from linli.kernel.workdays.schedule import MICROSECONDS

_WEEKDAYS = (
    Words("Monday", "周一"),
    Words("Tuesday", "周二"),
    Words("Wednesday", "周三"),
    Words("Thursday", "周四"),
    Words("Friday", "周五"),
    Words("Saturday", "周六"),
    Words("Sunday", "周日"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNDER_A_MINUTE = say("less than a working minute", "不到 1 分钟工作时间")
_MINUTE, _HOUR = 60 * MICROSECONDS, 3600 * MICROSECONDS


def spoken(at: datetime, now: datetime) -> Words:
    """The moment as one says it at `now`: by the day within a week ahead, by the date otherwise, always with the time.

    Midnight is said as 24:00 of the day it ends.
    """
    local, today = at.astimezone(SHANGHAI), now.astimezone(SHANGHAI).date()
    clock = f"{local:%H:%M}"
    if local.hour == local.minute == local.second == local.microsecond == 0:
        local, clock = local - timedelta(days=1), "24:00"
    ahead = (local.date() - today).days
    match ahead:
        case -1:
            return say("yesterday {clock}", "昨天 {clock}", clock=clock)
        case 0:
            return say("today {clock}", "今天 {clock}", clock=clock)
        case 1:
            return say("tomorrow {clock}", "明天{part} {clock}", clock=clock, part=_part_of_day(clock))
    if 1 < ahead < 7:
        return say("{day} {clock}", "{day} {clock}", day=_WEEKDAYS[local.weekday()], clock=clock)
    return say("{day} {clock}", "{day} {clock}", day=_date(local, today), clock=clock)


def length(microseconds: int, *, day: int) -> Words:
    """A length of time in round words: half days from one day on, whole hours, or minutes; never more than it is.

    `day` is how many microseconds one day has on the scale that is spoken of.
    """
    if microseconds >= day:
        whole, half = divmod(2 * microseconds // day, 2)
        return say("{n}½ days", "{n} 天半", n=whole) if half else counted(whole, "day", "天")
    if microseconds >= _HOUR:
        return counted(microseconds // _HOUR, "hour", "小时")
    return _minutes(microseconds)


def workdays_length(microseconds: int, *, day: int) -> Words:
    """The same in working time, and says so: four hours of it may be a whole night away."""
    if microseconds >= day:
        whole, half = divmod(2 * microseconds // day, 2)
        return say("{n}½ workdays", "{n} 个半工作日", n=whole) if half else counted(whole, "workday", "个工作日")
    if microseconds >= _HOUR:
        return counted(microseconds // _HOUR, "working hour", "个工作小时")
    if microseconds >= _MINUTE:
        return counted(microseconds // _MINUTE, "working minute", "分钟工作时间")
    return UNDER_A_MINUTE


def _minutes(microseconds: int) -> Words:
    return counted(max(1, microseconds // _MINUTE), "minute", "分钟")


def _date(local: datetime, today: date) -> Words:
    month = _MONTHS[local.month - 1]
    if local.year == today.year:
        return Words(f"{local.day} {month}", f"{local.month}月{local.day}日")
    return Words(f"{local.day} {month} {local.year}", f"{local.year}年{local.month}月{local.day}日")


def _part_of_day(clock: str) -> str:
    if clock < "12:00":
        return "上午"
    return "下午" if clock < "18:00" else "晚上"
