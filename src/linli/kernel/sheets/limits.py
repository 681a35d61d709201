"""How large a sheet may be, so that one reader's memory is bounded whoever sends it."""

from __future__ import annotations

from dataclasses import dataclass

MB = 2**20


@dataclass(frozen=True, kw_only=True)
class Limits:
    """`file` bytes as sent, `unpacked` bytes of all its parts, `rows` below the header, `cells` of its rectangle."""

    file: int = 64 * MB
    unpacked: int = 256 * MB
    objects: int = 16 * MB
    rows: int = 200_000
    columns: int = 300
    cells: int = 8_000_000


LIMITS = Limits()
"""What is taken unless the caller says otherwise; a cell costs some 40 bytes while a workbook is read."""
