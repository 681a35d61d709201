"""Words of a sentence, as far as they help to tell names from words; cut clause by clause, where it is asked for."""

from __future__ import annotations

import re
from functools import cache
from types import ModuleType

from linli.kernel.vault.masking.name_context import EVERYDAY

_CLAUSE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")


class Tokens:
    """A text cut into words as they are asked about, from left to right; offsets count characters."""

    def __init__(self, text: str) -> None:
        self._clauses = _CLAUSE.finditer(text)
        self._end = 0
        self._words: dict[int, tuple[str, str]] = {}

    def evidence(self, start: int, end: int) -> float:
        """For (positive) or against a name at `start:end`: an everyday word, or one cut through, speaks against."""
        self._reach(start)
        return self._opening(start, end) + self._closing(start, end)

    def _reach(self, start: int) -> None:
        while start >= self._end:
            clause = next(self._clauses)
            self._end = clause.end()
            if start < self._end:
                self._cut(clause.start(), clause[0])

    def _cut(self, position: int, clause: str) -> None:
        self._words = {}
        for word, tag in _jieba().tag(clause):
            self._words[position] = (word, tag)
            position += len(word)
        self._words[position] = ("", "")

    def _opening(self, start: int, end: int) -> float:
        here = self._words.get(start)
        if here is None:
            return -1.3
        word, tag = here
        if len(word) == 1:
            return 0.3
        if word in EVERYDAY:
            return -4.0
        if not _jieba().has_word(word):
            return self._guessed(word, tag, reaches=start + len(word) - end)
        if not tag.startswith("nr"):
            return -2.5 if start + len(word) + 1 == end and end in self._words else -4.0
        return 0.6 if start + len(word) == end else -1.0

    @staticmethod
    def _guessed(word: str, tag: str, *, reaches: int) -> float:
        """A word the dictionary lacks is often a name; one that reaches past the candidate is a longer one."""
        if reaches > 0:
            return 0.4
        return (1.2 if tag.startswith("nr") else 0.3) + (0.6 if not reaches and len(word) == 3 else 0.0)

    def _closing(self, start: int, end: int) -> float:
        """A known word that reaches past the end weighs much, a guessed one little."""
        if end in self._words:
            return 0.4
        for position in range(end - 1, start - 1, -1):
            if position in self._words:
                word, tag = self._words[position]
                guessed = tag.startswith("nr") and not _jieba().has_word(word)
                return -0.2 if guessed else -1.5
        return -0.5


@cache
def _jieba() -> ModuleType:
    import rjieba  # noqa: PLC0415 - its dictionary takes 35 MB, which a process that masks nothing should not pay

    return rjieba
