"""The numbers of a digest, from what it was made of: a pure function, so that whoever doubts computes them again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from linli.domains.insight.formulas import Formulas
from linli.domains.insight.hearing import heard
from linli.domains.insight.reading import AsOf
from linli.domains.insight.rising import Rise, rise
from linli.domains.insight.sampling import sample
from linli.domains.insight.weeks import Week

Basis = Literal["year", "weeks", "none"]
Key = tuple[str, str]
"""A community and a category; either may be empty and then means all."""


@dataclass(frozen=True)
class Line:
    """One message of the week, coded: `sender`, `wording` and `matter` number who and what it has in common.

    `rumour` is the number of the notice that rebuts what it claims.
    """

    number: str
    state: str
    category: str
    community: str
    left_out: bool
    sender: int | None
    wording: int | None
    matter: int | None
    rumour: str | None


@dataclass(frozen=True)
class Input:
    """What a digest is made of; `before`: Monday, community, category, count; `doors`: community, building, channel,
    count over the weeks in which it is asked who is heard; `homes`: how many there are by place."""

    lines: Sequence[Line]
    before: Sequence[tuple[str, str, str, int]]
    doors: Sequence[tuple[str, str, str, int]]
    homes: Sequence[tuple[str, int]]


def numbers(place: str, week: Week, given: Input, *, as_of: AsOf, seed: str, by: Formulas) -> dict[str, Any]:
    """Everything a digest says, as it is entered in the record: codes and whole numbers alone."""
    basis, weeks = compared(week, given, by)
    before = _by_week(given, weeks)
    recent = lately(week, given, by)
    also = _by_week(given, recent)
    return {
        "place": place,
        "since": week.monday.isoformat(),
        "until": week.sunday.isoformat(),
        "as_of": dict(as_of),
        "seed": seed,
        "rules": dict(by.labels),
        "received": len(given.lines),
        "states": dict(sorted(Counter(line.state for line in given.lines).items())),
        "left_out": sum(line.left_out for line in given.lines),
        "basis": basis,
        "weeks": [[each.monday.isoformat(), counts["", ""]] for each, counts in zip(weeks, before, strict=True)],
        "lately": [[each.monday.isoformat(), counts["", ""]] for each, counts in zip(recent, also, strict=True)],
        "categories": _categories(given, before),
        "places": dict(sorted(Counter(line.community for line in given.lines).items())),
        "rises": _rises(place, given, before, also, by),
        "wordings": _wordings(given.lines, by),
        "senders": _senders(given.lines, by),
        "matters": _matters(given.lines, by),
        "rumours": _rumours(given.lines),
        "heard": heard(place, given.doors, given.homes, by=by.heard),
        "sample": sample((line.number for line in given.lines), seed=seed, size=by.sample),
    }


def compared(week: Week, given: Input, by: Formulas) -> tuple[Basis, Sequence[Week]]:
    """The weeks of the same season last year where all have messages; else the weeks before that are not too few."""
    received = _received(given)
    season = week.a_year_ago(around=by.rise.around)
    if all(received[each.monday.isoformat()] for each in season):
        return "year", season
    earlier = lately(week, given, by)
    return ("weeks", earlier) if earlier else ("none", [])


def lately(week: Week, given: Input, by: Formulas) -> Sequence[Week]:
    """The weeks before, from the first in which there was a message; none where they are too few."""
    received, earlier = _received(given), list(week.before(by.rise.weeks))
    while earlier and not received[earlier[0].monday.isoformat()]:
        earlier.pop(0)  # before the first message nothing was counted: that is no week to compare with
    return earlier if len(earlier) >= by.rise.weeks_least else []


def _received(given: Input) -> Counter[str]:
    received = Counter[str]()
    for monday, _, _, count in given.before:
        received[monday] += count
    return received


def _by_week(given: Input, weeks: Sequence[Week]) -> list[Counter[Key]]:
    found = {each.monday.isoformat(): Counter[Key]() for each in weeks}
    for monday, community, category, count in given.before:
        if monday in found:
            for key in _keys(community, category):
                found[monday][key] += count
    return list(found.values())


def _keys(community: str, category: str) -> Sequence[Key]:
    return (("", ""), ("", category), (community, ""), (community, category))


def _categories(given: Input, before: Sequence[Counter[Key]]) -> dict[str, list[Any]]:
    now = Counter(line.category for line in given.lines)
    known = now.keys() | {category for counts in before for community, category in counts if category and not community}
    return {each: [now[each], [counts["", each] for counts in before]] for each in sorted(known)}


def _rises(
    place: str, given: Input, before: Sequence[Counter[Key]], also: Sequence[Counter[Key]], by: Formulas
) -> list[dict[str, Any]]:
    """By category, by community, and by both; a community's own digest names no community.

    What rises against last year rises against the weeks before `also`: else every week of a place in which more
    people write than a year ago would be a rise.
    """
    now = Counter[Key](key for line in given.lines for key in _keys(line.community, line.category))
    found = []
    for community, category in sorted(now):
        key: Key = (community, category)
        risen = _rise(key, now, before, by) if community != place else None
        if risen and (not also or _rise(key, now, also, by)):
            found.append({"community": community, "category": category, **asdict(risen)})
    return found


def _rise(key: Key, now: Counter[Key], before: Sequence[Counter[Key]], by: Formulas) -> Rise | None:
    whole: Key = (key[0], "") if key[1] else ("", "")
    return rise(
        now[key],
        [counts[key] for counts in before],
        others=now[whole] - now[key],
        others_before=[counts[whole] - counts[key] for counts in before],
        by=by.rise,
    )


def _wordings(lines: Sequence[Line], by: Formulas) -> list[dict[str, Any]]:
    """Wordings that many share, the largest first: how many messages, from how many people, how many of unknown."""
    groups: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.wording is not None:
            groups[line.wording].append(line)
    shared = [
        {
            "wording": wording,
            "messages": len(group),
            "senders": len({line.sender for line in group if line.sender is not None}),
            "unknown": sum(line.sender is None for line in group),
            **_mostly(group),
        }
        for wording, group in sorted(groups.items())
        if len(group) >= by.copied["messages"] and not _one_sender(group)
    ]
    return sorted(shared, key=lambda each: -int(each["messages"]))


def _rumours(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """How many repeat a claim that was rebutted, by the number of the notice."""
    told = Counter(line.rumour for line in lines if line.rumour)
    return [{"notice": number, "messages": count} for number, count in sorted(told.items())]


def _mostly(group: Sequence[Line]) -> dict[str, Any]:
    """The category most of them have, and how many do."""
    category, count = Counter(line.category for line in group).most_common(1)[0]
    return {"category": category, "same_category": count}


def _one_sender(group: Sequence[Line]) -> bool:
    """Whether one person wrote them all, which is told beside."""
    return len({line.sender for line in group}) == 1 and group[0].sender is not None


def _senders(lines: Sequence[Line], by: Formulas) -> dict[str, int]:
    """How many people wrote many messages each, and how many these are; never who."""
    many = [
        count
        for count in Counter(line.sender for line in lines if line.sender is not None).values()
        if count >= by.copied["of_one"]
    ]
    return {"people": len(many), "messages": sum(many)}


def _matters(lines: Sequence[Line], by: Formulas) -> list[dict[str, Any]]:
    """Single matters that many wrote about, the largest first."""
    groups: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.matter is not None:
            groups[line.matter].append(line)
    many = [
        {
            "matter": matter,
            "messages": len(group),
            "community": group[0].community,
            "category": Counter(line.category for line in group).most_common(1)[0][0],
        }
        for matter, group in sorted(groups.items())
        if len(group) >= by.copied["about_one"]
    ]
    return sorted(many, key=lambda each: -int(each["messages"]))
