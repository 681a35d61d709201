"""Reads the two founding sheets: columns by name in either language, in any order; mistakes by line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from linli.kernel.refusal import Invalid
from linli.kernel.sheets import Sheet, open_sheet, write_sheet
from linli.kernel.words import Words, say

Columns = Mapping[str, Words]

BUILDINGS: Columns = {
    "code": say("community code", "社区编码"),
    "community": say("community", "社区"),
    "grid": say("grid", "网格"),
    "building": say("building", "楼栋"),
    "entrances": say("entrances", "单元数"),
}
STAFF: Columns = {
    "name": say("name", "姓名"),
    "username": say("username", "用户名"),
    "role": say("role", "角色"),
    "unit": say("unit", "单位"),
    "kind": say("kind of unit", "单位类型"),
    "area": say("area", "负责区域"),
}


@dataclass(frozen=True)
class Row:
    """One line of a sheet as text, by the columns' own names; `number` is the line people see."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


def read_sheet(path: Path, columns: Columns) -> list[Row]:
    """The rows of the first sheet; raises Invalid where it cannot be read or lacks a column."""
    sheet = open_sheet(path)
    places = _places(sheet, columns)
    return [Row(row.number, {name: row.cells[at] for name, at in places.items()}) for row in sheet.rows()]


def write_template(path: Path, columns: Columns, example: Sequence[str]) -> None:
    """An empty sheet with its header in both languages and one line as an example."""
    with path.open("wb") as file:
        write_sheet(file, [f"{words.zh} {words.en}" for words in columns.values()], [example])


def mistake(path: Path, row: Row, column: Words, why: Words) -> Invalid:
    """A refusal that names file, line and column."""
    return Invalid(
        say(
            "{file}, line {line}, column “{column}”: {why}",
            "{file} 第 {line} 行“{column}”：{why}",
            file=path.name,
            line=row.number,
            column=column,
            why=why,
        )
    )


def _places(sheet: Sheet, columns: Columns) -> dict[str, int]:
    titles = [name.casefold() for name in sheet.names]
    found = dict(_found(titles, columns))
    for name, words in columns.items():
        if name not in found:
            raise Invalid(
                say(
                    "{file} has no column “{column}”. Add it; `linli new --templates` writes an empty sheet.",
                    "{file} 缺少“{column}”一列，请补上；`linli new --templates` 可生成空表。",
                    file=sheet.name,
                    column=words,
                )
            )
    return found


def _found(titles: Sequence[str], columns: Columns) -> Iterator[tuple[str, int]]:
    for name, words in columns.items():
        for place, title in enumerate(titles):
            if title in (name, words.zh, words.en, f"{words.zh} {words.en}".casefold()):
                yield name, place
