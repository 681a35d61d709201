"""A digest's numbers with their words: what both doors show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.domains.insight.sentences import EVERYTHING, basis, headline, mean, span, subject
from linli.domains.places.queries import labels
from linli.domains.requests.categories import category_words
from linli.domains.requests.figures.balance import Balance, balance_of
from linli.domains.requests.vocabulary import Channel
from linli.kernel.words import Words, say

ELSEWHERE = say("Elsewhere, or not said where", "其他或未说明")


@dataclass(frozen=True)
class Trend:
    """Something this week beside the weeks compared; `expected` is said of a rise alone."""

    words: Words
    category: str
    community: str
    count: int
    before: Sequence[tuple[date, int]]
    mean: str
    expected: str = ""


@dataclass(frozen=True)
class Shared:
    """A wording or a single matter that many messages share; people are told of wordings alone."""

    key: int
    messages: int
    words: Words
    senders: int = 0
    unknown: int = 0


@dataclass(frozen=True)
class Heard:
    """What came from a place or through a door; `count` is None where it is too small to be told."""

    words: Words
    count: int | None
    homes: int = 0
    less: bool = False


@dataclass(frozen=True)
class Told:
    """Everything a digest says, its numbers beside its words."""

    numbers: Mapping[str, Any]
    path: str
    entries: int
    place: Words
    since: date
    span: Words
    basis: Words | None
    sentences: Sequence[Words]
    balance: Balance
    whole: Trend
    rises: Sequence[Trend]
    categories: Sequence[Trend]
    wordings: Sequence[Shared]
    matters: Sequence[Shared]
    rumours: Sequence[tuple[str, int]]
    places: Sequence[Heard]
    doors: Sequence[Heard]


def tell(numbers: Mapping[str, Any]) -> Told:
    """The words for a digest's numbers; one statement, for the names of places."""
    heard = numbers["heard"]
    communities = {each["community"] for each in (*numbers["rises"], *numbers["matters"])}
    names = labels(path for path in {numbers["place"], *communities, *heard["places"]} if path)
    weeks = [date.fromisoformat(monday) for monday, _ in numbers["weeks"]]
    return Told(
        numbers=numbers,
        path=numbers["place"],
        entries=sum(numbers["as_of"].values()),
        place=names.get(numbers["place"], ELSEWHERE),
        since=date.fromisoformat(numbers["since"]),
        span=span(date.fromisoformat(numbers["since"])),
        basis=basis(numbers) if weeks else None,
        sentences=headline(numbers, names),
        balance=balance_of(numbers["states"]),
        whole=_whole(numbers, weeks),
        rises=[_risen(each, weeks, names) for each in numbers["rises"]],
        categories=_categories(numbers, weeks),
        wordings=[
            Shared(
                each["wording"], each["messages"], category_words(each["category"]), each["senders"], each["unknown"]
            )
            for each in numbers["wordings"]
        ],
        matters=[Shared(each["matter"], each["messages"], subject(each, names)) for each in numbers["matters"]],
        rumours=[(each["notice"], each["messages"]) for each in numbers["rumours"]],
        places=[
            Heard(names.get(path, ELSEWHERE), count, homes, path in heard["less"])
            for path, (homes, count) in heard["places"].items()
        ],
        doors=[Heard(_door(channel), count) for channel, count in heard["channels"].items()],
    )


def _door(channel: str) -> Words:
    return Channel(channel).words if channel in Channel.codes() else ELSEWHERE


def _whole(numbers: Mapping[str, Any], weeks: Sequence[date]) -> Trend:
    counts = [count for _, count in numbers["weeks"]]
    return Trend(EVERYTHING, "", "", numbers["received"], list(zip(weeks, counts, strict=True)), mean(counts))


def _risen(risen: Mapping[str, Any], weeks: Sequence[date], names: Mapping[str, Words]) -> Trend:
    return Trend(
        words=subject(risen, names),
        category=risen["category"],
        community=risen["community"],
        count=risen["count"],
        before=list(zip(weeks, risen["before"], strict=True)),
        mean=mean(risen["before"]),
        expected=f"{risen['expected_tenths'] / 10:g}",
    )


def _categories(numbers: Mapping[str, Any], weeks: Sequence[date]) -> list[Trend]:
    """Those of this week, most first; what nobody wrote about this week stays in the record alone."""
    found = [
        Trend(category_words(code), code, "", count, list(zip(weeks, before, strict=True)), mean(before))
        for code, (count, before) in numbers["categories"].items()
        if count
    ]
    return sorted(found, key=lambda each: -each.count)
