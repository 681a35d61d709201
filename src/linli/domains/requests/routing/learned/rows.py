"""Texts as sparse rows: each piece in a bucket by its checksum, weighed by how often here, how seldom elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from linli.domains.requests.routing.learned.pieces import pieces_of, words_of

BUCKETS = 1 << 18
"""Many enough that two pieces of a neighbourhood's language seldom meet; the first bucket is the constant."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Counted:
    """One text's buckets by family, each with how often it was hit."""

    families: tuple[tuple[Ints, Floats], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One text as the model multiplies it; buckets are distinct within a row."""

    buckets: Ints
    values: Floats


def bucket(piece: str) -> int:
    """Where a piece is kept; never the constant's place."""
    return 1 + crc32(piece.encode()) % (BUCKETS - 1)


def count(text: str) -> Counted:
    """The buckets of a text."""
    return Counted(tuple(_counted(family) for family in pieces_of(words_of(text))))


def rarity(counted: Sequence[Counted]) -> Floats:
    """How seldom each bucket is hit: the smoothed logarithm of texts over texts with it."""
    hit = np.zeros(BUCKETS, dtype=np.int64)
    for one in counted:
        for buckets, _ in one.families:
            hit[buckets] += 1
    return (np.log((1 + len(counted)) / (1 + hit)) + 1).astype(np.float32)


def row(counted: Counted, seldom: Floats) -> Row:
    """The row of a text: each family of length one, and the constant."""
    buckets, values = [np.zeros(1, dtype=np.int32)], [np.ones(1, dtype=np.float32)]
    for hit, times in counted.families:
        weighed = (1 + np.log(times)) * seldom[hit]
        buckets.append(hit)
        values.append(weighed / max(float(np.linalg.norm(weighed)), 1e-9))
    return _merged(np.concatenate(buckets), np.concatenate(values).astype(np.float32))


def _counted(family: Sequence[str]) -> tuple[Ints, Floats]:
    times = Counter(map(bucket, family))
    size = len(times)
    return np.fromiter(times, np.int32, size), np.fromiter(times.values(), np.float32, size)


def _merged(buckets: Ints, values: Floats) -> Row:
    """Two families that meet in a bucket become one entry: an entry written twice would count once."""
    distinct, place = np.unique(buckets, return_inverse=True)
    return Row(distinct, np.bincount(place, weights=values).astype(np.float32))
