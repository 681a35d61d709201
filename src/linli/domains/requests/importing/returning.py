"""The rows that fell out, as a sheet to mend and import again: what to mend stands beside each and on its very cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from linli.domains.requests.importing.guessing import MEND
from linli.domains.requests.importing.models import FallenRow
from linli.domains.requests.importing.reading import Fallen
from linli.kernel.sheets import Note, Row, Sheet, write_sheet
from linli.kernel.words import Words


def fallen_of(rows: Iterable[FallenRow]) -> list[Fallen]:
    """What fell out of an import, as it was said when it did."""
    return [Fallen(row.line, row.column, Words(row.en, row.zh)) for row in rows]


def write_fallen(to: IO[bytes], sheet: Sheet, fallen: Iterable[Fallen]) -> int:
    """Writes the rows of the sheet that fell out, with what to mend; how many they are."""
    wrong = {one.line: one for one in fallen}
    names = [name for name in sheet.names if name != MEND]
    kept = [place for place, name in enumerate(sheet.names) if name != MEND]

    def rows() -> Iterator[list[str]]:
        for row in _those(sheet, wrong):
            yield [*(row.cells[place] for place in kept), str(wrong[row.number].why)]

    lines = [row.number for row in _those(sheet, wrong)]
    notes = {
        number: Note(names.index(wrong[line].column) if wrong[line].column in names else len(names), str(why))
        for number, line in enumerate(lines)
        if (why := wrong[line].why)
    }
    write_sheet(to, [*names, MEND], rows(), notes=notes)
    return len(lines)


def _those(sheet: Sheet, wrong: dict[int, Fallen]) -> Iterator[Row]:
    return (row for row in sheet.rows() if row.number in wrong)
