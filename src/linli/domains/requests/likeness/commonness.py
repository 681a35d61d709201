"""How common each pair of characters is among what residents write: rare ones name places, common ones matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from threading import Lock
from time import monotonic

from django.db import connection

PRETENDED = 500
"""Messages without any of the words, added to those counted: in a young neighbourhood, nothing is common yet."""

SAMPLE = 3_000
"""Messages counted, spread over all there are; a sample of pages, so never exactly as many."""

MOST = 10_000
"""Messages counted where the database cannot yet say how many there are."""

LASTS = 3_600.0
"""Seconds until they are counted anew."""

LIMITS = (0.0031, 0.0166, 0.083)
"""Shares of messages that part rare words from seldom, seldom from usual, and usual from common ones."""

RARE, SELDOM, USUAL, COMMON = range(4)

COUNT = """
WITH sample AS (SELECT grams FROM matters_searchrow TABLESAMPLE SYSTEM (%s::real) LIMIT %s)
SELECT 0, 0, count(*) FROM sample
UNION ALL
SELECT 1, gram, count(*) FROM (SELECT unnest(grams) AS gram FROM sample) AS known GROUP BY gram HAVING count(*) > 1
"""
MESSAGES = "SELECT greatest(reltuples, 0) FROM pg_class WHERE oid = 'matters_searchrow'::regclass"


@dataclass(frozen=True)
class Commonness:
    """In how many of `messages` each gram stood; those seen once at most are left out."""

    seen: Mapping[int, int]
    messages: int

    @classmethod
    def of(cls, messages: Iterable[Iterable[int]]) -> Commonness:
        """Counted over the grams of these messages."""
        counted: Counter[int] = Counter()
        number = 0
        for number, grams in enumerate(messages, 1):  # noqa: B007 - how many there were is wanted afterwards
            counted.update(set(grams))
        return cls({gram: count for gram, count in counted.items() if count > 1}, number)

    @cached_property
    def most(self) -> float:
        """The weight of a gram that was seen once, or never."""
        return log((self.messages + PRETENDED + 1) / 2)

    def share(self, gram: int) -> float:
        """The part of all messages that has it."""
        return self.seen.get(gram, 1) / (self.messages + PRETENDED)

    def weight(self, gram: int) -> float:
        """How much it tells: the logarithm of one in how many messages has it."""
        seen = self.seen.get(gram)
        return self.most if seen is None else log((self.messages + PRETENDED + 1) / (seen + 1))

    def band(self, gram: int) -> int:
        """RARE, SELDOM, USUAL or COMMON."""
        share = self.share(gram)
        return sum(share > limit for limit in LIMITS)


_lock = Lock()
_counted: list[tuple[float, str, Commonness]] = []


def commonness() -> Commonness:
    """That of this deployment's masked words, counted from a sample once an hour by each process; two statements."""
    database = str(connection.settings_dict["NAME"])
    with _lock:
        if _counted and _counted[0][1] == database and monotonic() - _counted[0][0] < LASTS:
            return _counted[0][2]
        counted = count()
        if counted.messages >= PRETENDED:
            _counted[:] = [(monotonic(), database, counted)]
        return counted


def count() -> Commonness:
    """Counted now; of a young neighbourhood every time, for there it costs little and changes much."""
    with connection.cursor() as cursor:
        cursor.execute(MESSAGES)
        (messages,) = cursor.fetchone()
        cursor.execute(COUNT, [min(100.0, 100.0 * SAMPLE / max(messages, 1)), MOST])
        rows = cursor.fetchall()
    total = next(number for what, _, number in rows if what == 0)
    return Commonness({gram: number for what, gram, number in rows if what == 1}, total)
