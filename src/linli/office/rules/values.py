"""Values of rules in words: "7 workdays", "at most 5 times in 30 minutes", "3 days off, 1 worked"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from linli.domains.people.vocabulary import OrganisationKind
from linli.kernel.refusal import Refusal
from linli.kernel.words import Words, say
from linli.kernel.workdays import Ends, allowance_of

FESTIVALS = {
    "new_year": say("New Year", "元旦"),
    "spring_festival": say("Spring Festival", "春节"),
    "tomb_sweeping": say("Tomb-Sweeping Day", "清明节"),
    "labour_day": say("Labour Day", "劳动节"),
    "dragon_boat": say("Dragon Boat Festival", "端午节"),
    "mid_autumn": say("Mid-Autumn Festival", "中秋节"),
    "national_day": say("National Day", "国庆节"),
}
CODES = {
    "ordinary": say("ordinary", "一般"),
    "complex": say("complex", "复杂"),
    "utilities": say("water, power, gas or heat", "水电气热"),
    "emergency": say("emergency", "紧急"),
    "picture": say("picture", "图片"),
    "document": say("document", "文档"),
    "sound": say("sound", "录音"),
}


def value_words(value: Any) -> Words:
    """The value as one says it; what no reading fits is shown as it is written."""
    for fits, read in READINGS:
        if fits(value):
            return read(value)
    return _plain(value)


def _allowance(value: Mapping[str, Any]) -> Words:
    try:
        allowance = allowance_of(value)
    except Refusal:
        return _plain(value)
    if allowance.ends is Ends.MIDNIGHT:
        return say("{time}, to midnight of the last", "{time}，至最后一天24时", time=allowance.words)
    return allowance.words


def _limits(value: Sequence[Mapping[str, int]]) -> Words:
    return joined(
        [
            say("at most {n} in {span}", "{span}内最多 {n} 次", n=each["times"], span=span(each["seconds"]))
            for each in value
        ]
    )


def _code(value: Mapping[str, int]) -> Words:
    holds = span(value["seconds"])
    return say("holds {span}, {n} tries", "{span}内有效，可试 {n} 次", span=holds, n=value["tries"])


def _session(value: Mapping[str, int]) -> Words:
    lasts = span(value["hours"] * 3600)
    if "idle_minutes" not in value:
        return lasts
    return say("{lasts}, {idle} idle", "{lasts}，闲置 {idle}", lasts=lasts, idle=span(value["idle_minutes"] * 60))


def _hours(value: Mapping[str, Any]) -> Words:
    spans = "、".join(f"{opens}–{closes}" for opens, closes in value["spans"])
    return Words(spans.replace("、", ", "), spans)


def _schedule(value: Mapping[str, Any]) -> Words:
    off = joined([_festival(*each) for each in value["off"]])
    if not value["work"]:
        return off
    worked = joined([_day(day) for day in value["work"]])
    return say("off: {off}. Worked: {worked}", "放假：{off}。上班：{worked}", off=off, worked=worked)


def _festival(name: str, first: date, last: date) -> Words:
    days = _day(first) if first == last else say("{first}–{last}", "{first}–{last}", first=_day(first), last=_day(last))
    return say("{name} {days}", "{name} {days}", name=FESTIVALS.get(name, Words(name, name)), days=days)


def _assumed(value: Mapping[str, Any]) -> Words:
    days = joined([_month_day(day) for day in value["days"]])
    if "open_from" not in value:
        return days
    return say("{days}; unsettled from {tail}", "{days}；{tail} 起待定", days=days, tail=_month_day(value["open_from"]))


def _day(day: date) -> Words:
    return say("{day}", "{month}月{d}日", day=f"{day.day} {day:%b}", month=day.month, d=day.day)


def _month_day(text: str) -> Words:
    return _day(date.fromisoformat(f"2000-{text}"))


UNITS = ((86400, "day", "天"), (3600, "hour", "小时"), (60, "minute", "分钟"), (1, "second", "秒"))


def span(seconds: int) -> Words:
    """A length of time in its largest whole unit."""
    size, en, zh = next(unit for unit in UNITS if seconds % unit[0] == 0)
    count = seconds // size
    return say(f"{{n}} {en}" if count == 1 else f"{{n}} {en}s", f"{{n}} {zh}", n=count)


def joined(parts: Sequence[Words]) -> Words:
    """Several in a row."""
    blanks = [f"{{p{number}}}" for number in range(len(parts))]
    return say(", ".join(blanks), "；".join(blanks), **{f"p{number}": part for number, part in enumerate(parts)})


def _codes(value: Sequence[str]) -> Words:
    return joined([_named(code) for code in value])


def _named(code: str) -> Words:
    return CODES.get(code, Words(code, code))


def _pair(key: Words, value: Words) -> Words:
    return say("{key}: {value}", "{key}：{value}", key=key, value=value)


def _plain(value: Any) -> Words:
    if isinstance(value, Mapping):
        return joined([_pair(_named(key), value_words(each)) for key, each in value.items()])
    return Words(str(value), str(value))


def _duty(value: Mapping[str, Any]) -> Words:
    known = {kind.value: kind.words for kind in OrganisationKind}
    return _pair(joined([known.get(code, Words(code, code)) for code in value["units"]]), Words(*[value["clause"]] * 2))


def _has(*keys: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, Mapping) and set(keys) <= value.keys()


def _each(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, tuple) and bool(value) and all(map(fits, value))


READINGS: Sequence[tuple[Callable[[Any], bool], Callable[[Any], Words]]] = (
    (_has("amount", "unit"), _allowance),
    (_has("seconds", "tries"), _code),
    (_has("units", "clause"), _duty),
    (_has("hours"), _session),
    (_has("spans"), _hours),
    (_has("off", "work"), _schedule),
    (_has("days"), _assumed),
    (_each(_has("times", "seconds")), _limits),
    (_each(lambda each: isinstance(each, str)), _codes),
)
"""The first reading that fits is used."""
