"""What a digest says, in sentences that can be read aloud; every number of a sentence stands in a table too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from linli.domains.requests.categories import category_words
from linli.kernel.words import Words, say

EVERYTHING = say("All requests", "全部诉求")


def headline(numbers: Mapping[str, Any], places: Mapping[str, Words]) -> list[Words]:
    """What somebody who hears one minute of it should know: how many, what rises, what many share."""
    return [*_received(numbers), *_risen(numbers, places), *_shared(numbers), *_unheard(numbers, places)]


def span(monday: date) -> Words:
    """The days of a week."""
    sunday = monday + timedelta(days=6)
    return Words(
        f"{monday:%-d %B} to {sunday:%-d %B}", f"{monday.month}月{monday.day}日至{sunday.month}月{sunday.day}日"
    )


def basis(numbers: Mapping[str, Any]) -> Words:
    """What the week is compared with."""
    weeks = len(numbers["weeks"])
    if numbers["basis"] == "year":
        return say("the same {n} weeks of last year", "去年同期前后 {n} 周", n=weeks)
    return say("the {n} weeks before", "前 {n} 周", n=weeks)


def subject(risen: Mapping[str, Any], places: Mapping[str, Words]) -> Words:
    """What a rise is about: a category, a place, or both."""
    about = category_words(risen["category"]) if risen["category"] else EVERYTHING
    if not risen["community"]:
        return about
    return say("{about} in {place}", "{place}的{about}", about=about, place=places.get(risen["community"], ""))


def mean(counts: Sequence[int]) -> str:
    """The mean of some weeks, to a tenth where it is none of whole numbers."""
    value = Fraction(sum(counts), len(counts)) if counts else Fraction(0)
    return str(int(value)) if value.denominator == 1 else f"{float(value):.1f}"


def _received(numbers: Mapping[str, Any]) -> list[Words]:
    days = span(date.fromisoformat(numbers["since"]))
    if numbers["basis"] == "none":
        return [
            say(
                "This week ({days}) {n} requests came in.", "本周（{days}）共收到诉求 {n} 件。",
                days=days, n=numbers["received"],
            ),
            say(
                "There are too few weeks before to say what rises.", "可比的周数还不够，暂不判断哪些在上升。"
            ),
        ]  # fmt: skip
    return [
        say(
            "This week ({days}) {n} requests came in; in {basis} there were {mean} a week.",
            "本周（{days}）共收到诉求 {n} 件，{basis}平均每周 {mean} 件。",
            days=days,
            n=numbers["received"],
            basis=basis(numbers),
            mean=mean([count for _, count in numbers["weeks"]]),
        ),
        *_lately(numbers),
    ]


def _lately(numbers: Mapping[str, Any]) -> list[Words]:
    """Beside last year, the weeks before: more people may simply write than a year ago."""
    counts = [count for _, count in numbers["lately"]]
    if numbers["basis"] != "year" or not counts:
        return []
    return [
        say(
            "In the {n} weeks before there were {mean} a week.",
            "前 {n} 周平均每周 {mean} 件。",
            n=len(counts),
            mean=mean(counts),
        )
    ]


def _risen(numbers: Mapping[str, Any], places: Mapping[str, Words]) -> list[Words]:
    found = [each for each in numbers["rises"] if each["category"]]
    if not found:
        return [say("No category rose noticeably.", "没有哪一类诉求明显上升。")] if numbers["basis"] != "none" else []
    whole = [each for each in found if not each["community"]] or found
    return [
        say(
            "{what} rose: {n} this week, {mean} a week otherwise and never more than {most}.",
            "{what}上升：本周 {n} 件，平时每周 {mean} 件，最多不过 {most} 件。",
            what=subject(each, places),
            n=each["count"],
            mean=mean(each["before"]),
            most=max(each["before"]),
        )
        for each in sorted(whole, key=lambda each: -int(each["count"]))[:3]
    ]


def _shared(numbers: Mapping[str, Any]) -> list[Words]:
    return [
        say(
            "Of {all} about {what}, {n} share one wording; they are counted like any other.",
            "“{what}”的 {all} 件中，有 {n} 件文字雷同，照常计数。",
            all=numbers["categories"][each["category"]][0],
            what=category_words(each["category"]),
            n=each["same_category"],
        )
        for each in numbers["wordings"][:1]
    ]


def _unheard(numbers: Mapping[str, Any], places: Mapping[str, Words]) -> list[Words]:
    less = numbers["heard"]["less"]
    if not less:
        return []
    names = [places.get(path, say("elsewhere", "其他地方")) for path in less[:5]]
    return [
        say(
            "Fewer than half as many messages as the number of homes lets expect came from {places}.",
            "按户数算，{places}的来件不到应有的一半。",
            places=Words(
                ", ".join(each.in_language("en") for each in names),
                "、".join(each.in_language("zh-hans") for each in names),
            ),
        )
    ]
