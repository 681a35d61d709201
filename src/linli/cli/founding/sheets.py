"""Reads the two founding sheets: columns by name in either language, in any order; mistakes by line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from python_calamine import CalamineError, CalamineWorkbook

from linli.kernel.refusal import Invalid
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
    try:
        lines = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=True)
    except (CalamineError, OSError) as error:
        raise Invalid(
            say(
                "{file} cannot be read as a spreadsheet. Save it as .xlsx without a password and try again.",
                "{file} 无法按表格读取，请另存为不加密的 .xlsx 再试。",
                file=path.name,
            )
        ) from error
    filled = [(number, line) for number, line in enumerate(lines, 1) if any(cell != "" for cell in line)]
    if not filled:
        raise Invalid(say("{file} is empty. Fill it in first.", "{file} 是空的，请先填写。", file=path.name))
    places = _places(path, filled[0][1], columns)
    return [Row(number, {name: _text(line, at) for name, at in places.items()}) for number, line in filled[1:]]


def write_template(path: Path, columns: Columns, example: Sequence[str]) -> None:
    """An empty sheet with its header in both languages and one line as an example."""
    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.append([f"{words.zh} {words.en}" for words in columns.values()])
    sheet.append(list(example))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column in "ABCDEF":
        sheet.column_dimensions[column].width = 22
    book.save(path)


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


def _places(path: Path, header: Sequence[object], columns: Columns) -> dict[str, int]:
    titles = [str(cell).strip().casefold() for cell in header]
    found = dict(_found(titles, columns))
    for name, words in columns.items():
        if name not in found:
            raise Invalid(
                say(
                    "{file} has no column “{column}”. Add it; `linli new --templates` writes an empty sheet.",
                    "{file} 缺少“{column}”一列，请补上；`linli new --templates` 可生成空表。",
                    file=path.name,
                    column=words,
                )
            )
    return found


def _found(titles: Sequence[str], columns: Columns) -> Iterator[tuple[str, int]]:
    for name, words in columns.items():
        for place, title in enumerate(titles):
            if title in (name, words.zh, words.en, f"{words.zh} {words.en}".casefold()):
                yield name, place


def _text(line: Sequence[object], place: int) -> str:
    value = line[place] if place < len(line) else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
