"""How moments are said: near ones by day and hour, far ones by date, the exact time always behind."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone

from linli.kernel.words import Words, say

WEEKDAYS = (
    say("Mon", "周一"),
    say("Tue", "周二"),
    say("Wed", "周三"),
    say("Thu", "周四"),
    say("Fri", "周五"),
    say("Sat", "周六"),
    say("Sun", "周日"),
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NEAR = {-1: say("yesterday", "昨天"), 0: say("today", "今天"), 1: say("tomorrow", "明天")}


def moment(at: datetime, *, now: datetime) -> Words:
    """`at` as people say it: "今天 10:00", "下周二 10:00", "11月24日 10:00", "2025年3月2日"."""
    local, today = timezone.localtime(at), timezone.localtime(now).date()
    if abs((local.date() - today).days) > 180 and local.year != today.year:
        return day(local.date(), today=today)
    return say("{day} {hour}", "{day} {hour}", day=day(local.date(), today=today), hour=f"{local:%H:%M}")


def day(when: date, *, today: date) -> Words:
    """`when` as people say it, seen from `today`."""
    if (away := (when - today).days) in NEAR:
        return NEAR[away]
    weeks = (_monday(when) - _monday(today)).days // 7
    if weeks == 0:
        return WEEKDAYS[when.weekday()]
    if weeks == 1:
        return say("next {day}", "下{day}", day=WEEKDAYS[when.weekday()])
    return calendar_day(when, with_year=when.year != today.year)


def calendar_day(when: date, *, with_year: bool) -> Words:
    """The date itself: "11月24日", "24 Nov 2026"."""
    given = {"y": when.year, "m": when.month, "d": when.day, "mon": MONTHS[when.month - 1]}
    if with_year:
        return say("{d} {mon} {y}", "{y}年{m}月{d}日", **given)
    return say("{d} {mon}", "{m}月{d}日", **given)


def exact(at: datetime) -> Words:
    """The whole truth about a moment, for the tip behind it."""
    local = timezone.localtime(at)
    date_words, weekday = calendar_day(local.date(), with_year=True), WEEKDAYS[local.weekday()]
    return say(
        "{weekday} {date} {hour}", "{date} {weekday} {hour}", date=date_words, weekday=weekday, hour=f"{local:%H:%M}"
    )


def _monday(when: date) -> date:
    return when - timedelta(days=when.weekday())
