"""All figures of a period side by side, as a whole and for each group: a fixed number of statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.people.actor import Actor
from linli.domains.people.queries import names_of
from linli.domains.places.paths import natural_order
from linli.domains.places.queries import labels
from linli.domains.requests.categories import CATEGORIES, category_words
from linli.domains.requests.figures.asked import Asked
from linli.domains.requests.figures.balance import Balance, balance_of
from linli.domains.requests.figures.contact import Contact, contact
from linli.domains.requests.figures.grouping import By, Key
from linli.domains.requests.figures.happenings import Happenings, received
from linli.domains.requests.figures.rates import WHOLE, ThreeRates, rates_over
from linli.domains.requests.figures.standing import Standing, standing
from linli.domains.requests.vocabulary import RequestKind
from linli.kernel.words import Words, say

EVERYTHING = say("All of it", "合计")
UNSENT = say("Not dispatched yet", "尚未派单")
UNKNOWN = say("No longer here", "已不存在")


@dataclass(frozen=True)
class Group:
    """One line of the figures; `rates` are None where nothing was answered or due in the period."""

    key: str
    words: Words
    balance: Balance
    standing: Standing
    contact: Contact
    happenings: Happenings
    rates: ThreeRates | None


@dataclass(frozen=True)
class Figures:
    """What was asked, when it was counted, the whole, and its parts by place, category, kind and unit."""

    asked: Asked
    at: datetime
    whole: Group
    parts: Mapping[By, Sequence[Group]]


def figures(asked: Asked, *, by: Actor, now: datetime) -> Figures:
    """Every figure of what was asked; six statements, however much there is to count."""
    every = list(By)
    got = received(asked, by=by, broken_down=every)
    open_now = standing(asked, by=by, now=now, broken_down=every)
    first_words = contact(asked, by=by, now=now, broken_down=every)
    rates = rates_over(asked, by=by, broken_down=every)
    keys = got.keys() | open_now.keys() | first_words.keys() | rates.keys()
    words = _words(keys)

    def group(key: Key) -> Group:
        balance, happenings = got.get(key) or (balance_of({}), Happenings())
        return Group(
            key[1],
            words[key],
            balance,
            open_now.get(key, Standing()),
            first_words.get(key, Contact()),
            happenings,
            rates.get(key),
        )

    parts = {each: [group(key) for key in _in_order(each, keys, words)] for each in every}
    return Figures(asked, now, group(WHOLE), parts)


def _words(keys: Iterable[Key]) -> dict[Key, Words]:
    codes = {each: [code for by, code in keys if by is each and code] for each in By}
    named: dict[By, Mapping[str, Words]] = {
        By.PLACE: labels(codes[By.PLACE]),
        By.CATEGORY: {code: category_words(code) for code in codes[By.CATEGORY]},
        By.KIND: {kind.value: kind.words for kind in RequestKind},
        By.UNIT: {str(pk): words for pk, words in names_of(UUID(code) for code in codes[By.UNIT]).items()},
    }
    empty = {By.UNIT: UNSENT}
    return {WHOLE: EVERYTHING} | {
        (by, code): named[by].get(code, UNKNOWN) if code else empty.get(by, UNKNOWN) for by, code in keys if by
    }


def _in_order(by: By, keys: Iterable[Key], words: Mapping[Key, Words]) -> list[Key]:
    """In the order people know them: places as on the ground, vocabularies as declared, units by name; no merit."""
    found = [key for key in keys if key[0] is by]
    match by:
        case By.PLACE:
            return sorted(found, key=lambda key: natural_order(key[1]))
        case By.CATEGORY:
            return sorted(found, key=lambda key: _place_of(key[1]))
        case By.KIND:
            declared = RequestKind.codes()
            return sorted(found, key=lambda key: declared.index(key[1]) if key[1] in declared else len(declared))
    return sorted(found, key=lambda key: (not key[1], words[key].zh))


def _place_of(category: str) -> tuple[int, int]:
    group, _, leaf = category.partition(".")
    groups = list(CATEGORIES)
    leaves = list(CATEGORIES[group][1]) if group in CATEGORIES else []
    return groups.index(group) if group in groups else len(groups), leaves.index(leaf) if leaf in leaves else 0
