"""What an audit finds wrong, each with the place where it is: a file, an entry, a stream."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from linli.kernel.tlog import Doubt

MOST = 50
"""Findings kept of one part of a log: one altered file is told apart from a thousand, a million need no list."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, in both languages; `place` names the file, entry or stream for programs."""

    place: str
    en: str
    zh: str

    @classmethod
    def of(cls, place: str, doubt: Doubt) -> Self:
        """What a check of the formats said of this place."""
        return cls(place, f"{place}: {doubt.en}", f"{place}：{doubt.zh}")
