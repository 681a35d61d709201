"""Finds the line that names the columns: below titles, above data, the lower one where names stand in two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linli.kernel.sheets.sheet import Line

LOOKED_AT = 30
"""Lines at the top among which the names stand."""

LONGEST = 40
"""Characters of a column's name at most."""

_VALUE = re.compile(r"[\d\s.,:/%()+¥$-]+|\d{1,4}[-/.年]\d{1,2}[-/.月].*")


def header_line(lines: Sequence[Line]) -> int | None:
    """How many lines stand above the first row of data; None where nothing looks like names.

    The names are the line with the most distinct short words, the first of several alike.
    """
    scores = [_names(line) for line in lines[:LOOKED_AT]]
    best = max(scores, default=0)
    return scores.index(best) + 1 if best else None


def _names(line: Line) -> int:
    filled = {cell.strip() for cell in line} - {""}
    return sum(len(cell) <= LONGEST and not _VALUE.fullmatch(cell) for cell in filled)


def names_of(line: Line) -> tuple[str, ...]:
    """The columns' names, without the empty ones at the end, each once: a second 备注 is 备注 2."""
    names = [" ".join(cell.split()) for cell in line]
    while names and not names[-1]:
        names.pop()
    seen: dict[str, int] = {}
    return tuple(_once(name, seen) for name in names)


def _once(name: str, seen: dict[str, int]) -> str:
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 or not name else f"{name} {seen[name]}"
