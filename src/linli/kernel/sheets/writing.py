"""Writes a sheet in which every cell is text: no identifier is rounded, and nothing typed ever runs as a formula."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from linli.kernel.sheets.note import Note


def write_sheet(
    to: IO[bytes],
    names: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    notes: Mapping[int, Note] | None = None,
    title: str = "",
) -> None:
    """Writes a workbook of one sheet, row by row; `notes` mark cells of the rows with these numbers, from 0."""
    from linli.kernel.sheets.workbook import write  # noqa: PLC0415 - 28 MB that a web worker has only once it writes one

    write(to, names, rows, notes=notes or {}, title=title)
