"""Files of texts with labels, whatever their columns are called: which column is the label, and which the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from linli.kernel.refusal import Invalid
from linli.kernel.sheets import open_sheet
from linli.kernel.words import say

LABELS = re.compile(r"一级标签|一级分类|标签|类别|分类|label|categor|class|topic", re.IGNORECASE)
TEXTS = re.compile(
    r"主题|标题|详情|内容|文本|诉求|描述|正文|title|subject|text|message|content|detail|body", re.IGNORECASE
)
MOST_LABELS = 200
LONG = 8
"""Characters that a column's cells have on average before it is taken for text without saying so."""
CUT = 0.12
"""The share of blanks above which a text was cut into words by somebody: no resident writes so."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text of a file; `raw` as its writer wrote it, not cut into words."""

    text: str
    label: str
    raw: bool


def read_labelled(files: Iterable[Path]) -> list[Labelled]:
    """Every row with a text and a label, file by file. Raises Invalid where a file has no such columns."""
    return [one for file in files for one in _read(file)]


def _read(file: Path) -> list[Labelled]:
    sheet = open_sheet(file)
    rows = [row.cells for row in sheet.rows()]
    names = list(sheet.names)
    label = _label_column(names, rows)
    texts = _text_columns(names, rows, label)
    if label is None or not texts:
        raise Invalid(
            say(
                "{file} has no column of labels beside a column of text; its columns are: {columns}.",
                "{file} 中没有找到“文本”和“类别”两种列；现有的列：{columns}。",
                file=file.name,
                columns=", ".join(names),
            )
        )
    found = (_one(cells, label, texts) for cells in rows)
    return [one for one in found if one is not None]


def _one(cells: Sequence[str], label: int, texts: Sequence[int]) -> Labelled | None:
    text = " ".join(_cell(cells, at) for at in texts).strip()
    said = _cell(cells, label)
    if not said or len(text) < 2:
        return None
    return Labelled(text, said, raw=text.count(" ") < CUT * len(text))


def _label_column(names: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """The first column called so whose values repeat; else the one that repeats most, of at least two values."""
    fitting = [at for at in range(len(names)) if _repeats(rows, at)]
    called = [at for at in fitting if LABELS.search(names[at])]
    return next(iter(called or sorted(fitting, key=lambda at: len({_cell(row, at) for row in rows}))), None)


def _repeats(rows: Sequence[Sequence[str]], at: int) -> bool:
    values = {_cell(row, at) for row in rows} - {""}
    return 1 <= len(values) <= min(MOST_LABELS, max(1, len(rows) // 2)) and not all(each.isdigit() for each in values)


def _text_columns(names: Sequence[str], rows: Sequence[Sequence[str]], label: int | None) -> list[int]:
    others = [at for at in range(len(names)) if at != label]
    called = [at for at in others if TEXTS.search(names[at])]
    some = rows[:200]
    longest = sorted(others, key=lambda at: -sum(len(_cell(row, at)) for row in some))[:1]
    long = [at for at in longest if sum(len(_cell(row, at)) for row in some) > LONG * len(some)]
    return called or long


def _cell(cells: Sequence[str], at: int) -> str:
    return " ".join(cells[at].split()) if at < len(cells) else ""
