"""A workbook on its way out, by openpyxl: which brings numpy along, so nobody but `writing` imports this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from linli.kernel.sheets.note import Note

LONGEST = 32_767
"""Characters a cell of a workbook holds."""

_TEXT = "@"
_MARKED = PatternFill("solid", fgColor="FFF2CC")


def write(
    to: IO[bytes], names: Sequence[str], rows: Iterable[Sequence[str]], *, notes: Mapping[int, Note], title: str
) -> None:
    """Writes it row by row; the arguments are those of `write_sheet`."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(title or None)
    sheet.freeze_panes = "A2"
    sheet.sheet_format.defaultColWidth = 20  # characters: the usual 8 cut every name
    sheet.append([_cell(sheet, name, bold=True) for name in names])
    for number, row in zip(count(), rows, strict=False):
        cells = [_cell(sheet, value) for value in row]
        if (note := notes.get(number)) and note.column < len(cells):
            cells[note.column].fill = _MARKED
            cells[note.column].comment = Comment(note.words, "Linli")
        sheet.append(cells)
    book.save(to)


def _cell(sheet: Any, value: str, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST]
    cell.data_type = "s"  # openpyxl would take what begins with = for a formula
    cell.number_format = _TEXT
    if bold:
        cell.font = Font(bold=True)
    return cell
