"""Spreadsheets in and out: .xlsx, .xls, .csv (UTF-8 or GB 18030, gzipped too) and lists of JSON objects, as they are.

    sheet = open_sheet(path)
    sheet.names            # the header, wherever it stands below titles and merged cells
    for row in sheet.rows():
        row.number, row.cells

Promises: every cell is text without damage (long numbers and leading zeros stay); what is too large, locked, damaged or
no sheet at all is refused in a sentence before memory is spent on it; nothing written is ever a formula.
"""

from linli.kernel.sheets.limits import LIMITS, Limits
from linli.kernel.sheets.note import Note
from linli.kernel.sheets.opening import open_sheet
from linli.kernel.sheets.sheet import Row, Sheet
from linli.kernel.sheets.writing import write_sheet

__all__ = ["LIMITS", "Limits", "Note", "Row", "Sheet", "open_sheet", "write_sheet"]
