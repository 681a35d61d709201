"""Opens whatever was sent, by what it is and not by what it is called."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from linli.kernel.sheets import books, lines, objects
from linli.kernel.sheets.headers import LOOKED_AT, header_line, names_of
from linli.kernel.sheets.limits import LIMITS, Limits
from linli.kernel.sheets.refusals import empty, not_a_sheet, not_there, too_large, too_many_rows, too_wide
from linli.kernel.sheets.sheet import Sheet
from linli.kernel.sheets.source import Lines, Source

ZIP, OLE, GZIP = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x1f\x8b"
Reader = Callable[[Source, Limits], Lines]
READERS: tuple[tuple[bytes, Reader], ...] = (
    (ZIP, books.packed),
    (OLE, books.old),
    (GZIP, lines.gzipped),
)
FOREIGN = (
    *(b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF"),
    *(b"MZ", b"Rar!", b"7z\xbc\xaf", b"<!DOCTYPE", b"<html", b"{"),
)


def open_sheet(path: Path, *, name: str = "", limits: Limits = LIMITS) -> Sheet:
    """The first sheet of a file; raises Invalid with a sentence, before anything large is read, where it cannot be.

    `name` is what people call the file, where the path is only where it is kept.
    """
    source = Source(path, name or path.name)
    try:
        size = path.stat().st_size
        start = source.start(4096)
    except OSError as error:
        raise not_there(source.name) from error
    if size > limits.file:
        raise too_large(source.name, limits.file)
    if not start.strip():
        raise empty(source.name)
    found = _reader(source, start)(source, limits)
    return _sheet(source, found, limits)


def _reader(source: Source, start: bytes) -> Reader:
    if start.startswith(FOREIGN):
        raise not_a_sheet(source.name)
    for mark, reader in READERS:
        if start.startswith(mark):
            return reader
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return objects.listed if bare.startswith((b"[{", b"[ {", b"[\n", b"[\r")) else lines.plain


def _sheet(source: Source, found: Lines, limits: Limits) -> Sheet:
    top = list(islice(found.lines(), LOOKED_AT))
    below = header_line(top)
    if below is None:
        raise empty(source.name)
    names = names_of(top[below - 1])
    if len(names) > limits.columns:
        raise too_wide(source.name, limits.columns)
    count = max(0, found.count - below)
    if not count:
        raise empty(source.name)
    if count > limits.rows:
        raise too_many_rows(source.name, limits.rows)
    return Sheet(source.name, names, below, count, found.lines)
