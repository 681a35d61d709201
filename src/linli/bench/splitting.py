"""Fixed splits of labelled texts in which no text stands on both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from zlib import crc32

from linli.bench.labelled import Labelled
from linli.domains.requests.routing.learned.groups import groups

SPLITS = 5


def grouped(texts: Sequence[Labelled]) -> list[list[Labelled]]:
    """The same text as one group, in an order that depends on the texts alone and not on that of the files."""
    found: dict[int, list[Labelled]] = defaultdict(list)
    for one, group in zip(texts, groups([each.text for each in texts]), strict=True):
        found[group].append(one)
    return sorted((sorted(group, key=_mark) for group in found.values()), key=_order)


def parts(of: Sequence[list[Labelled]], *, number: int = SPLITS) -> list[list[list[Labelled]]]:
    """As many parts, each with its share of every label, and of raw and cut texts."""
    dealt: list[list[list[Labelled]]] = [[] for _ in range(number)]
    turn: dict[tuple[str, bool], int] = defaultdict(int)
    for group in of:
        kind = (group[0].label, any(one.raw for one in group))
        dealt[turn[kind] % number].append(group)
        turn[kind] += 1
    return dealt


def flat(some: Iterable[list[Labelled]]) -> list[Labelled]:
    """The texts of groups."""
    return [one for group in some for one in group]


def asked_about(some: Iterable[list[Labelled]]) -> list[Labelled]:
    """One text of each group to be asked about: as its writer wrote it, where the group has one such."""
    return [next((one for one in group if one.raw), group[0]) for group in some]


def _order(group: list[Labelled]) -> int:
    return _mark(group[0])[0]


def _mark(one: Labelled) -> tuple[int, str]:
    return crc32(one.text.encode()), one.label
