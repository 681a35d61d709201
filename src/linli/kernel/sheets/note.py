"""A remark beside one cell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A remark beside one cell of a row, by the column's place."""

    column: int
    words: str
