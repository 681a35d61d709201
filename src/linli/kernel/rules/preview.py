"""What a changed rule would alter: the same cases computed under both books, and where they part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from linli.kernel.refusal import Refusal
from linli.kernel.rules.book import RuleBook, UnknownRule
from linli.kernel.rules.rule import Rule
from linli.kernel.words import Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Case(Generic[T]):
    """Something computed from rules: which keys it reads (or the nearest above them), on which day, and how."""

    name: str
    keys: tuple[str, ...]
    on: date
    compute: Callable[[Mapping[str, Rule]], T]


@dataclass(frozen=True, slots=True)
class Altered(Generic[T]):
    """A case that comes out otherwise; a refusal's sentence stands where nothing comes out."""

    case: Case[T]
    before: T | Words
    after: T | Words
    labels: tuple[tuple[str, str], ...]
    """(rule before, rule after) of each key whose value differs; empty where there is no such rule."""


@dataclass(frozen=True, slots=True)
class Preview(Generic[T]):
    """What would alter, and how many cases would stay as they are."""

    altered: tuple[Altered[T], ...]
    same: int


def preview(*, current: RuleBook, changed: RuleBook, cases: Iterable[Case[T]]) -> Preview[T]:
    """Compares the cases under both books, computing only those whose rules differ; writes nothing."""
    altered: list[Altered[T]] = []
    seen = 0
    for case in cases:
        seen += 1
        differing = tuple(_differing(case, current, changed))
        if not differing:
            continue
        before, after = _outcome(case, current), _outcome(case, changed)
        if before != after:
            altered.append(Altered(case, before, after, differing))
    return Preview(tuple(altered), seen - len(altered))


def changed_keys(*, current: RuleBook, changed: RuleBook, on: date) -> list[str]:
    """Keys whose value on that day differs between the books, or that only one of them holds."""
    before, after = current.in_force(on=on), changed.in_force(on=on)
    return sorted(
        key
        for key in before.keys() | after.keys()
        if key not in before or key not in after or before[key].value != after[key].value
    )


def _differing(case: Case[T], current: RuleBook, changed: RuleBook) -> Iterable[tuple[str, str]]:
    for key in case.keys:
        before, after = _found(current, key, case.on), _found(changed, key, case.on)
        if (before and before.value) != (after and after.value):
            yield (before.label if before else "", after.label if after else "")


def _outcome(case: Case[T], book: RuleBook) -> T | Words:
    try:
        return case.compute({key: book.nearest(key, on=case.on) for key in case.keys})
    except Refusal as refusal:
        return refusal.sentence


def _found(book: RuleBook, key: str, on: date) -> Rule | None:
    try:
        return book.nearest(key, on=on)
    except UnknownRule:
        return None
