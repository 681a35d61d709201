"""Messages that share one wording: found exactly, by the part of their pairs of characters that both have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key")


def same_wording(said: Mapping[Key, frozenset[int]], *, percent: int, least: int) -> list[list[Key]]:
    """Groups of two or more whose pairs overlap by `percent` with the first of the group, in the order given.

    What has fewer than `least` pairs is too short to be a copy of anything. Two texts that overlap so much share one
    of the rarest pairs of both (prefix filtering: Chaudhuri et al. 2006, ICDE), so few are compared and none missed.
    """
    common = Counter(gram for grams in said.values() for gram in grams)
    firsts: dict[int, list[Key]] = defaultdict(list)
    groups: dict[Key, list[Key]] = {}
    order = {key: place for place, key in enumerate(said)}
    for key, grams in said.items():
        if len(grams) < least:
            continue
        rare = sorted(grams, key=lambda gram: (common[gram], gram))[: len(grams) - -(-percent * len(grams) // 100) + 1]
        near = sorted({one for gram in rare for one in firsts[gram]}, key=order.__getitem__)
        first = _first(grams, near, said, percent)
        if first is None:
            groups[key] = [key]
            for gram in rare:
                firsts[gram].append(key)
        else:
            groups[first].append(key)
    return [group for group in groups.values() if len(group) > 1]


def _first(grams: frozenset[int], near: Sequence[Key], said: Mapping[Key, frozenset[int]], percent: int) -> Key | None:
    """The earliest of these that has so much in common."""
    for one in near:
        other = said[one]
        both = len(grams & other)
        if 100 * both >= percent * (len(grams) + len(other) - both):
            return one
    return None
