"""Looks into a workbook's zip archive before anything unpacks it: how much it would become, how far its cells lie."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator

from linli.kernel.sheets.limits import Limits
from linli.kernel.sheets.refusals import damaged, locked, not_a_sheet, too_large, too_many_rows, too_wide
from linli.kernel.sheets.source import Source

WORKBOOK = "xl/workbook.xml"
SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
PART = 2**20
_TAG = re.compile(rb"""<(?:[\w.-]+:)?(?:c|row)\s(?:[^>"']|"[^"]*"|'[^']*')*>""")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([^"']*)["']""")
_READ = re.compile(rb"([A-Z]{0,3})([0-9]{1,7})")


def check_package(source: Source, limits: Limits) -> None:
    """Raises Invalid for what is no workbook, locked, damaged, a bomb, or spread over more cells than we hold."""
    try:
        with zipfile.ZipFile(source.path) as package:
            parts = package.infolist()
            if WORKBOOK not in {part.filename for part in parts}:
                raise not_a_sheet(source.name)
            if any(part.flag_bits & 1 for part in parts):
                raise locked(source.name)
            _check_sizes(source, package, limits)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise damaged(source.name) from error


def _check_sizes(source: Source, package: zipfile.ZipFile, limits: Limits) -> None:
    """What the archive says of itself first, then what it really becomes: a bomb may lie."""
    if sum(part.file_size for part in package.infolist()) > limits.unpacked:
        raise too_large(source.name, limits.unpacked)
    left = limits.unpacked
    for part in package.infolist():
        seen = _Extent(source, limits) if SHEETS.fullmatch(part.filename) else None
        for piece in _pieces(package, part):
            left -= len(piece)
            if left < 0:
                raise too_large(source.name, limits.unpacked)
            if seen:
                seen.look(piece)


def _pieces(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(part) as file:
        while piece := file.read(PART):
            yield piece


class _Extent:
    """The rectangle a sheet's cells span: calamine lays out all of it, however few of its cells are filled."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source, self.limits = source, limits
        self.kept, self.rows, self.columns = b"", 0, 0

    def look(self, piece: bytes) -> None:
        """Takes the next part of the sheet in."""
        text = self.kept + piece
        for tag in _TAG.finditer(text):
            if place := _PLACE.search(tag[0]):
                self._reach(place[1])
        self.kept = text[text.rfind(b"<") :][-PART:]
        if self.columns > self.limits.columns:
            raise too_wide(self.source.name, self.limits.columns)
        if self.rows > self.limits.rows + 1000 or self.rows * self.columns > self.limits.cells:
            raise too_many_rows(self.source.name, self.limits.rows)

    def _reach(self, place: bytes) -> None:
        read = _READ.fullmatch(place)
        if read is None:
            raise damaged(self.source.name)
        column = 0
        for letter in read[1]:
            column = column * 26 + letter - 64
        self.columns, self.rows = max(self.columns, column), max(self.rows, int(read[2]))
