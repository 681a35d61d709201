"""Pairs of real messages labelled by hand, known by their numbers alone, and how well they are told apart."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from linli.bench.texts import MESSAGES, folder
from linli.domains.requests.likeness.commonness import Commonness
from linli.domains.requests.likeness.judging import (
    likeness,
    likeness_to_title,
    title_features,
    whole_features,
)
from linli.domains.requests.likeness.said import Said
from linli.domains.requests.likeness.weighing import Weighed

LABELS = Path(__file__).with_name("duplicate_pairs.csv")
CHINA = timezone(timedelta(hours=8))
FORMS = ("%Y/%m/%d %H:%M:%S", "%Y-%m-%d %H:%M:%S")


@dataclass(frozen=True)
class Message:
    """A real message: whole, and its title alone."""

    whole: Said
    title: Said


@dataclass(frozen=True)
class Pair:
    """Two messages, and whether a desk would link them."""

    first: Message
    second: Message
    same: bool


@dataclass(frozen=True)
class Told:
    """How well pairs were told apart."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was called the same, the part that is."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what is the same, the part that was called so."""
        return self.right / max(1, self.right + self.missed)


@cache
def messages() -> dict[str, Message]:
    """Every real message under its number."""
    with (folder() / MESSAGES[0]).open(encoding="utf-8-sig", newline="") as file:
        return {row["留言编号"]: _message(row) for row in csv.DictReader(file)}


@cache
def known() -> Commonness:
    """What is common among all of them."""
    return Commonness.of(message.whole.whole for message in messages().values())


def weighed(said: Said) -> Weighed:
    """A message, its grams weighed by what is common among all of them."""
    return Weighed.of(said, known())


def halves() -> tuple[list[Pair], list[Pair]]:
    """The pairs to learn from, and those kept aside: every second, in the order in which they were drawn."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        pairs = [_pair(row) for row in csv.DictReader(file)]
    return pairs[::2], pairs[1::2]


def told_whole(pairs: Sequence[Pair]) -> Told:
    """Read whole, as staff's pages compare them."""
    return _told([(pair.same, likeness(weighed(pair.first.whole), weighed(pair.second.whole))) for pair in pairs])


def told_by_title(pairs: Sequence[Pair]) -> Told:
    """Each typed while the other's title alone is known, as residents' pages compare them."""
    return _told([(same, likeness_to_title(weighed(typed), weighed(title))) for typed, title, same in _by_title(pairs)])


def whole_examples(pairs: Sequence[Pair]) -> tuple[list[list[float]], list[bool]]:
    """What weights for whole messages are learned from."""
    return _examples([(pair.first.whole, pair.second.whole, pair.same) for pair in pairs], whole_features)


def title_examples(pairs: Sequence[Pair]) -> tuple[list[list[float]], list[bool]]:
    """What weights for titles are learned from."""
    return _examples(_by_title(pairs), title_features)


def _examples(
    pairs: Sequence[tuple[Said, Said, bool]], features: Callable[[Weighed, Weighed], list[float]]
) -> tuple[list[list[float]], list[bool]]:
    return [features(weighed(one), weighed(other)) for one, other, _ in pairs], [same for _, _, same in pairs]


def _by_title(pairs: Sequence[Pair]) -> list[tuple[Said, Said, bool]]:
    both = [((pair.first, pair.second), (pair.second, pair.first)) for pair in pairs]
    return [
        (typed.whole, other.title, pair.same) for pair, ways in zip(pairs, both, strict=True) for typed, other in ways
    ]


def _told(judged: Sequence[tuple[bool, float]]) -> Told:
    return Told(
        right=sum(same and score > 0 for same, score in judged),
        wrong=sum(not same and score > 0 for same, score in judged),
        missed=sum(same and score <= 0 for same, score in judged),
    )


def _pair(row: dict[str, str]) -> Pair:
    return Pair(messages()[row["first"]], messages()[row["second"]], row["same"] == "1")


def _message(row: dict[str, str]) -> Message:
    at = _time(row["留言时间"])
    title = row["留言主题"]
    return Message(Said.of(row["留言详情"], title=title, at=at), Said.of_title(title, at=at))


def _time(written: str) -> datetime:
    for form in FORMS:
        try:
            return datetime.strptime(written, form).replace(tzinfo=CHINA)
        except ValueError:
            continue
    raise ValueError("a message without a time")
