"""The sentences with which absences say no."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.timezone import localtime

from linli.kernel.refusal import Invalid, NotFound
from linli.kernel.words import Words, say

LONGEST = timedelta(days=366)


def last_day(until: datetime) -> Words:
    """The last day of a time that ends then."""
    day = localtime(until - timedelta(seconds=1))
    return Words(f"{day.day} {day:%B %Y}", f"{day.year}年{day.month}月{day.day}日")


def in_the_past() -> Invalid:
    """It would begin before now."""
    return _at("since", say("It cannot begin in the past. Choose today or later.", "不能从过去开始，请选今天或以后。"))


def ends_before() -> Invalid:
    """It would end before it begins, or at once."""
    return _at("last", say("The last day comes before the first. Mend one.", "最后一天早于第一天，请改一个。"))


def too_long() -> Invalid:
    """Longer than a stand-in can be asked for."""
    sentence = say(
        "Whoever is away for more than a year hands their cases over instead.", "超过一年的，请改为交接名下的事项。"
    )
    return _at("last", sentence)


def stands_in_for_oneself() -> Invalid:
    """Nobody stands in for themselves."""
    return _at("stand_in", say("Choose somebody else to stand in.", "请选另一位同事顶岗。"))


def away_already(until: datetime) -> Invalid:
    """Part of that time is noted already."""
    sentence = say(
        "They are noted as away until {last} already. End that first, or choose days that do not overlap.",
        "这段时间已登记不在岗（到{last}）。请先结束那一段，或选不重叠的日期。",
        last=last_day(until),
    )
    return _at("since", sentence)


def stand_in_away(until: datetime) -> Invalid:
    """Whoever should stand in is away for part of that time."""
    sentence = say(
        "They are away themselves in that time (until {last}). Choose a colleague who is there all the time.",
        "此人这段时间也不在岗（到{last}）。请选全程在岗的同事。",
        last=last_day(until),
    )
    return _at("stand_in", sentence)


def no_such_absence() -> NotFound:
    """Unknown, over, or not of one's unit."""
    return NotFound(
        say(
            "There is no such absence, or it is over. Load the page again.",
            "没有这条不在岗登记，或已结束，请刷新页面。",
        )
    )


def _at(field: str, sentence: Words) -> Invalid:
    return Invalid(sentence, fields={field: sentence})
