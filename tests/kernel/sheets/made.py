"""Sheets made for tests: good ones, and ones nobody should be able to send."""

from __future__ import annotations

import zipfile
from pathlib import Path

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"


def book(path: Path, *lines: list[object], merged: tuple[str, ...] = ()) -> Path:
    """A workbook of these lines."""
    made = Workbook()
    for line in lines:
        made.active.append(line)
    for area in merged:
        made.active.merge_cells(area)
    made.save(path)
    return path


def with_part(path: Path, name: str, content: bytes) -> Path:
    """The workbook with one part of its archive replaced, or added."""
    with zipfile.ZipFile(path) as old:
        parts = {each: old.read(each) for each in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for each, kept in {**parts, name: content}.items():
            new.writestr(each, kept)
    return path


def cells(*places: str) -> bytes:
    """A sheet's XML with a cell in each of these places."""
    rows = "".join(f'<row r="{p.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}"><c r="{p}"><v>1</v></c></row>' for p in places)
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()
