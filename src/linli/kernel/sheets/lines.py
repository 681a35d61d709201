"""Text with separated cells (.csv, .tsv): read twice, once to be sure of letters and size, once for its rows."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, TextIOWrapper
from typing import IO, cast

from linli.kernel.sheets.limits import Limits
from linli.kernel.sheets.refusals import (
    broken_line,
    damaged,
    not_a_sheet,
    too_large,
    too_many_rows,
    too_wide,
    unknown_letters,
)
from linli.kernel.sheets.sheet import Line
from linli.kernel.sheets.source import Lines, Source

CHARSETS = ("utf-8-sig", "gb18030")
"""Tried in this order: what is GB 18030 is hardly ever UTF-8 by chance, and the other way round it is."""

SEPARATORS = ",\t;，|"
WIDE = (b"\xff\xfe", b"\xfe\xff")
LONGEST_CELL = 131_072
Opener = Callable[[], IO[bytes]]


def plain(source: Source, limits: Limits) -> Lines:
    """The lines of a text file."""
    return _read(_Text(source, lambda: source.path.open("rb"), limits))


def gzipped(source: Source, limits: Limits) -> Lines:
    """The lines of a gzipped text file, of which no more is unpacked than a sheet may have."""
    return _read(_Text(source, lambda: cast("IO[bytes]", gzip.open(source.path, "rb")), limits))


@dataclass(frozen=True)
class _Text:
    source: Source
    opened: Opener
    limits: Limits

    @contextmanager
    def letters(self, charset: str) -> Iterator[TextIOWrapper]:
        with self.opened() as raw, TextIOWrapper(cast("BufferedReader", raw), encoding=charset, newline="") as text:
            yield text


def _read(text: _Text) -> Lines:
    charset = _charset(text)
    separator = _separator(text, charset)

    def lines() -> Iterator[Line]:
        with text.letters(charset) as file:
            reader = csv.reader(file, delimiter=separator)
            try:
                yield from reader
            except csv.Error as error:
                raise broken_line(text.source.name, reader.line_num) from error

    return Lines(_counted(text, lines()), lines)


def _charset(text: _Text) -> str:
    """The character set that fits the whole file."""
    with _damage(text.source), text.opened() as raw:
        if raw.read(2) in WIDE:
            _check("utf-16", text)
            return "utf-16"
    for charset in CHARSETS:
        if _fits(charset, text):
            return charset
    raise unknown_letters(text.source.name)


def _fits(charset: str, text: _Text) -> bool:
    try:
        _check(charset, text)
    except UnicodeDecodeError:
        return False
    return True


def _check(charset: str, text: _Text) -> None:
    """Reads all of it once: raises where a letter does not fit, where it is no text, and where it is too much."""
    read = 0
    with _damage(text.source), text.letters(charset) as file:
        while part := file.read(2**20):
            read += len(part.encode())
            if read > text.limits.unpacked:
                raise too_large(text.source.name, text.limits.unpacked)
            if "\x00" in part:
                raise not_a_sheet(text.source.name)


@contextmanager
def _damage(source: Source) -> Iterator[None]:
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise damaged(source.name) from error


def _separator(text: _Text, charset: str) -> str:
    with text.letters(charset) as file:
        first = file.readline(LONGEST_CELL)
    return max(SEPARATORS, key=first.count)


def _counted(text: _Text, lines: Iterator[Line]) -> int:
    count = 0
    for line in lines:
        count += 1
        if count > text.limits.rows + 1000:
            raise too_many_rows(text.source.name, text.limits.rows)
        if len(line) > text.limits.columns:
            raise too_wide(text.source.name, text.limits.columns)
    return count
