"""A sheet as whoever opened it sees it: the names of its columns, and its rows as often as wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

Line = Sequence[str]
"""The cells of one line as text, the empty ones too."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `number` is the line people see in their program; no cell shows in a log."""

    number: int
    cells: tuple[str, ...] = field(repr=False)
    beyond: bool = field(default=False, repr=False)
    """Whether something stands right of the last named column."""


@dataclass(frozen=True)
class Sheet:
    """A table of text. `lines` gives every line from the first on, anew at each call; `header` is the names' line."""

    name: str
    names: tuple[str, ...]
    header: int
    count: int
    lines: Callable[[], Iterator[Line]] = field(repr=False)

    def rows(self) -> Iterator[Row]:
        """The rows below the header that hold anything, as wide as the header."""
        width = len(self.names)
        for number, line in enumerate(islice(self.lines(), self.header, None), self.header + 1):
            cells = [cell.strip() for cell in line]
            if any(cells):
                padded = (*cells[:width], *[""] * (width - len(cells)))
                yield Row(number, padded, any(cells[width:]))
