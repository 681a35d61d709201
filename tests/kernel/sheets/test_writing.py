"""What is written is text in every cell, read back as it was given, and never a formula."""

import io

import pytest
from openpyxl import load_workbook

from linli.kernel.sheets import Note, open_sheet, write_sheet

HOSTILE = ["=1+1", '=HYPERLINK("http://x","y")', "+8613800000001", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"]
IDENTIFIERS = ["007", "11010119900307771X", "12345678901234567890", "1e5", "2026-03-02", "TRUE", "1.0"]


def written(rows, **more):
    kept = io.BytesIO()
    write_sheet(kept, ["编号", "内容"], rows, **more)
    kept.seek(0)
    return load_workbook(kept).active


@pytest.mark.parametrize("cell", HOSTILE + IDENTIFIERS)
def test_every_cell_is_text(cell):
    found = written([[cell, cell]])["A2"]
    assert (found.value, found.data_type, found.number_format) == (cell, "s", "@")


def test_names_of_columns_are_no_formulas_either():
    kept = io.BytesIO()
    write_sheet(kept, HOSTILE, [])
    kept.seek(0)
    assert {cell.data_type for cell in load_workbook(kept).active[1]} == {"s"}


def test_what_is_written_is_read_back_the_same(tmp_path):
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        write_sheet(file, ["编号", "内容"], [[each, "停水"] for each in HOSTILE[:-2] + IDENTIFIERS])
    assert [row.cells[0] for row in open_sheet(path).rows()] == HOSTILE[:-2] + IDENTIFIERS


def test_control_characters_are_left_out_and_the_longest_cell_is_cut():
    found = written([["a\x0bb", "长" * 40_000]])
    assert (found["A2"].value, len(found["B2"].value)) == ("ab", 32_767)


def test_a_note_stands_beside_its_cell():
    found = written([["1", "停水"], ["2", ""]], notes={1: Note(1, "请填写。")})
    assert found["B3"].comment.text == "请填写。"
    assert found["A2"].comment is None
