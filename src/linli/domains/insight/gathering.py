"""Messages of one community about one matter, gathered around the first of them; what desks link, by the same judge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TypeVar

from linli.domains.requests.likeness.commonness import Commonness
from linli.domains.requests.likeness.finding import rarest
from linli.domains.requests.likeness.judging import likeness
from linli.domains.requests.likeness.said import Said
from linli.domains.requests.likeness.weighing import Weighed

Key = TypeVar("Key")

COMPARED = 8
"""The firsts that share most rare words, of which the likest is taken."""


def about_one_matter(said: Mapping[Key, Said], known: Commonness) -> list[list[Key]]:
    """Groups of two or more; each is judged like the first of its group, never by way of a third."""
    firsts: dict[int, list[Key]] = defaultdict(list)
    weighed: dict[Key, Weighed] = {}
    groups: dict[Key, list[Key]] = {}
    for key, words in said.items():
        if not words.enough:
            continue
        keys, mine = rarest(words, known), Weighed.of(words, known)
        near: Counter[Key] = Counter()
        for gram in keys:
            for one in firsts[gram]:
                near[one] += 1
        scored = [(likeness(mine, weighed[one]), one) for one, _ in near.most_common(COMPARED)]
        score, first = max(scored, key=lambda each: each[0], default=(0.0, key))
        if score > 0:
            groups[first].append(key)
            continue
        groups[key], weighed[key] = [key], mine
        for gram in keys:
            firsts[gram].append(key)
    return [group for group in groups.values() if len(group) > 1]
