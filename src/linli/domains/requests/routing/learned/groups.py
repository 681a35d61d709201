"""Which texts are the same text: near-identical ones stand together, never learned from and asked about at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from linli.domains.requests.routing.learned.pieces import NOT_HAN

SAME = 0.6
"""The share of the shorter text's pairs of characters that both have. Of the real messages' pairs of texts, those of
one message lie above, all others below a half, and nearly none between."""

TELLING = 15
"""A text's rarest pairs that others have too: whoever is the same text shares one of them."""


def groups(texts: Sequence[str]) -> list[int]:
    """For each text the number of its group: the place of one of its members."""
    pairs = [_pairs(text) for text in texts]
    parent = list(range(len(texts)))
    for one, other in _candidates(pairs):
        if _same(pairs[one], pairs[other]):
            parent[_root(parent, one)] = _root(parent, other)
    return [_root(parent, at) for at in range(len(texts))]


def _pairs(text: str) -> frozenset[str]:
    run = NOT_HAN.sub("", text)
    return frozenset(run[at : at + 2] for at in range(len(run) - 1))


def _candidates(pairs: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Every two texts that share one of their rarest pairs, the later one first."""
    known = Counter(pair for each in pairs for pair in each)
    kept: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(pairs):
        shared = (pair for pair in each if known[pair] > 1)
        rarest = sorted(shared, key=lambda pair: (known[pair], pair))[:TELLING]
        yield from ((at, other) for other in {other for pair in rarest for other in kept[pair]})
        for pair in rarest:
            kept[pair].append(at)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SAME * max(1, min(len(one), len(other)))


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at
