"""A file on its way to being a sheet, and the lines found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from linli.kernel.sheets.sheet import Line


@dataclass(frozen=True)
class Source:
    """Where a file is kept, and what people call it."""

    path: Path
    name: str

    def start(self, size: int) -> bytes:
        """Its first bytes."""
        with self.path.open("rb") as file:
            return file.read(size)


@dataclass(frozen=True)
class Lines:
    """Every line of a file, anew at each call, and how many there are."""

    count: int
    lines: Callable[[], Iterator[Line]]
