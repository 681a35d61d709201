"""One word in two languages: what a person reads, Chinese by default, English complete.

Declared vocabulary (states, verbs, fields, refusals) stands beside the thing it names, in both languages; a
deployment that speaks a third adds a gettext catalogue keyed by the English words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from django.utils.translation import get_language, gettext, override


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence or term, chosen by the reader's language when it is shown; `%`-free, filled by `str.format`."""

    en: str
    zh: str
    given: tuple[tuple[str, Any], ...] = field(default=())

    def fill(self, **given: Any) -> Words:
        """The same words with their blanks filled; values may themselves be Words."""
        return Words(self.en, self.zh, tuple(given.items()))

    def in_language(self, language: str) -> str:
        """The words in `language`: Chinese for `zh…`, else a catalogue's translation or the English."""
        template = self.zh if language.startswith("zh") else _in_catalogue(self.en, language)
        if not self.given:
            return template
        return template.format(**{k: v.in_language(language) if isinstance(v, Words) else v for k, v in self.given})

    def __str__(self) -> str:
        return self.in_language(get_language() or "zh-hans")

    def __html__(self) -> str:
        from django.utils.html import escape  # noqa: PLC0415 - words are used where no template is loaded

        return str(escape(str(self)))


def _in_catalogue(en: str, language: str) -> str:
    # The English is as written: asked while Chinese is active, a catalogue would answer 星期五 for Friday.
    if language.startswith("en") or not en:
        return en
    with override(language):
        return gettext(en)


def say(en: str, zh: str, **given: Any) -> Words:
    """`say("Signed for", "签收")`: the one way Python code names anything a person will read."""
    return Words(en, zh, tuple(given.items()))


class Vocabulary(StrEnum):
    """A closed list of codes, each with its words: `OPEN = "open", "Open", "开放"`; stored and compared as the code."""

    words: Words

    def __new__(cls, code: str, en: str = "", zh: str = "") -> Self:
        """A member is its code; its words ride along. (Looking one up, `Kind("open")`, needs the code alone.)"""
        if not (en and zh):
            raise TypeError(f"{code} needs words in both languages")
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = say(en, zh)
        return member

    @classmethod
    def codes(cls) -> list[str]:
        """Every code, in the order declared; what a database constraint allows."""
        return [member.value for member in cls]
