"""Workbooks (.xlsx, .xlsm, .xls), read by calamine, which runs no macro and computes no formula."""

from __future__ import annotations

from collections.abc import Iterator

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from linli.kernel.sheets.cells import as_text
from linli.kernel.sheets.headers import LOOKED_AT
from linli.kernel.sheets.limits import Limits
from linli.kernel.sheets.packing import check_package
from linli.kernel.sheets.refusals import damaged, empty, locked, too_many_rows, too_wide
from linli.kernel.sheets.sheet import Line
from linli.kernel.sheets.source import Lines, Source

SEALED = "EncryptedPackage".encode("utf-16-le")
"""The part of a compound file in which Office keeps a workbook that has a password."""


def packed(source: Source, limits: Limits) -> Lines:
    """A workbook in a zip archive, looked into before it is unpacked."""
    check_package(source, limits)
    return _opened(source, limits)


def old(source: Source, limits: Limits) -> Lines:
    """A workbook of before 2007, or a newer one under a password."""
    if SEALED in source.path.read_bytes():
        raise locked(source.name)
    return _opened(source, limits)


def _opened(source: Source, limits: Limits) -> Lines:
    try:
        with CalamineWorkbook.from_path(source.path) as book:
            if not book.sheet_names:
                raise empty(source.name)
            return _lines(source, book.get_sheet_by_index(0), limits)
    except PasswordError as error:
        raise locked(source.name) from error
    except (CalamineError, OSError) as error:
        raise damaged(source.name) from error


def _lines(source: Source, sheet: CalamineSheet, limits: Limits) -> Lines:
    if sheet.end is None:
        raise empty(source.name)
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    if height > limits.rows + LOOKED_AT:
        raise too_many_rows(source.name, limits.rows)
    if width > limits.columns:
        raise too_wide(source.name, limits.columns)
    merged = sheet.merged_cell_ranges or []
    indent = [""] * (sheet.start or (0, 0))[1]

    def lines() -> Iterator[Line]:
        top: list[list[str]] = []
        for values in sheet.iter_rows():
            line = indent + [as_text(value) for value in values]
            if len(top) < LOOKED_AT:
                top.append(line)
                _spread(top, merged)
            yield line

    return Lines(height, lines)


def _spread(top: list[list[str]], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Writes what a merged cell holds into every place it covers of the line just read."""
    row = len(top) - 1
    for (from_row, from_column), (to_row, to_column) in merged:
        if from_row <= row <= to_row and from_column < len(top[from_row]):
            for column in range(from_column, min(to_column + 1, len(top[row]))):
                top[row][column] = top[row][column] or top[from_row][from_column]
