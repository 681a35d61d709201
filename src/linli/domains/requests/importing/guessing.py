"""Guesses which column holds what: by its name first, then by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256

from linli.domains.requests.importing.fields import NAMES, Field
from linli.domains.requests.importing.moments import moment
from linli.domains.requests.importing.refusals import named_twice, no_such_column, no_such_field
from linli.kernel.sheets import Row, Sheet

Columns = dict[str, str]
"""Which field each column holds, by the column's name; columns that hold none are left out."""

MEND = "需修改 What to mend"
"""The column we add to rows that fell out; whoever sends them again sends it back, and it means nothing."""

SAMPLE = 50
PROSE = 40
"""How wide a cell of prose is on average, at least; a Chinese character is two wide."""

_PHONE = re.compile(r"(?:\+?86[- ]?)?1[3-9]\d{9}|0\d{2,3}-?\d{7,8}")
_NOISE = re.compile(r"[\s_()()*::-]+")


def header_of(sheet: Sheet) -> bytes:
    """By what a header is known again: the names of its columns in any order."""
    return sha256("\n".join(sorted(name for name in sheet.names if name != MEND)).encode()).digest()


def guess(sheet: Sheet, rows: Sequence[Row]) -> Columns:
    """The likeliest columns; none is guessed for two fields."""
    found = _by_name(sheet.names)
    for field, looks in _LOOKS.items():
        if field not in found.values():
            left = [name for name in sheet.names if name and name not in found]
            if name := _likeliest(sheet.names, left, rows, looks):
                found[name] = field.value
    return {name: found[name] for name in sheet.names if name in found}


def corrected(columns: Columns, wanted: Mapping[str, str], names: Iterable[str]) -> Columns:
    """The columns with what a person says of some: a field for each, or nothing."""
    known = list(names)
    chosen = dict(columns)
    for name, field in wanted.items():
        if name not in known:
            raise no_such_column(name, known)
        if field and field not in Field.codes():
            raise no_such_field(field)
        chosen = {each: of for each, of in chosen.items() if each != name and of != field}
        if field:
            chosen[name] = field
    for field in {field for field in wanted.values() if field}:
        if [*wanted.values()].count(field) > 1:
            raise named_twice(Field(field))
    return {name: chosen[name] for name in known if name in chosen}


def _by_name(names: Sequence[str]) -> Columns:
    plain = {_plain(name): name for name in reversed(names)}
    found: Columns = {}
    for field, known in NAMES.items():
        wanted = (plain[_plain(each)] for each in known if _plain(each) in plain)
        if name := next((each for each in wanted if each not in found), None):
            found[name] = field.value
    return found


def _plain(name: str) -> str:
    return _NOISE.sub("", name).casefold()


def _likeliest(
    names: Sequence[str], left: Sequence[str], rows: Sequence[Row], looks: Callable[[list[str]], float]
) -> str:
    scored = {name: looks([cell for row in rows if (cell := row.cells[names.index(name)])]) for name in left}
    best = max(scored, key=lambda name: scored[name], default="")
    return best if best and scored[best] > 0 else ""


def _time(cells: list[str]) -> float:
    share = _share(cells, lambda cell: len(cell) > 7 and moment(cell) is not None)
    return share if share > 0.9 else 0


def _prose(cells: list[str]) -> float:
    mean = sum(len(cell) + sum(sign > "\u2e80" for sign in cell) for cell in cells) / len(cells) if cells else 0
    return mean if mean >= PROSE and not _time(cells) else 0


def _phone(cells: list[str]) -> float:
    share = _share(cells, lambda cell: bool(_PHONE.fullmatch(cell)))
    return share if share > 0.8 else 0


def _share(cells: list[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, cells)) / len(cells) if cells else 0


_LOOKS: dict[Field, Callable[[list[str]], float]] = {Field.TIME: _time, Field.PHONE: _phone, Field.TEXT: _prose}
"""Fields whose contents give them away."""
