"""Rows that fell out come back as a sheet: marked where to mend, text in every cell, ready to be imported again."""

import io

from openpyxl import load_workbook
from tests.domains.requests.importing.sheets import HEADER, import_, row, sheet

from linli.domains.matters.models import Matter
from linli.domains.requests.importing.actions import look
from linli.domains.requests.importing.guessing import MEND
from linli.domains.requests.importing.queries import fallen_rows
from linli.domains.requests.importing.returning import write_fallen


def handed_back(path, to):
    one = import_(path)
    with to.open("wb") as file:
        count = write_fallen(file, look(path).sheet, fallen_rows(one.pk))
    return count, load_workbook(io.BytesIO(to.read_bytes())).active


def test_only_what_fell_out_comes_back_with_what_to_mend(neighbourhood, tmp_path):
    path = sheet(tmp_path / "a.csv", row("1"), row("0002", 反映时间="昨天"), row("3"))
    count, found = handed_back(path, tmp_path / "errors.xlsx")
    assert count == 1
    assert [cell.value for cell in found[1]] == [*HEADER, MEND]
    assert found["A2"].value == "0002"
    assert found["D2"].comment.text == found["K2"].value
    assert found["A2"].comment is None


def test_no_hostile_cell_becomes_a_formula_on_the_way_back(neighbourhood, tmp_path):
    path = sheet(tmp_path / "a.csv", row("=1+1", 标题="@SUM(A1)", 诉求人="+86", 反映时间='=HYPERLINK("http://x")'))
    _, found = handed_back(path, tmp_path / "errors.xlsx")
    assert {cell.data_type for cell in found[2] if cell.value} == {"s"}
    assert found["A2"].value == "=1+1"


def test_mended_it_comes_in_and_what_was_in_already_does_not_come_twice(neighbourhood, tmp_path):
    path = sheet(tmp_path / "a.csv", row("1"), row("2", 反映时间="昨天"))
    handed_back(path, tmp_path / "errors.xlsx")
    book = load_workbook(tmp_path / "errors.xlsx")
    book.active["D2"] = "2019-01-05 08:00"
    book.active.append([*row("1"), ""])
    book.save(tmp_path / "mended.xlsx")
    again = import_(tmp_path / "mended.xlsx")
    assert (again.counts["opened"], again.counts["repeated"], again.counts["fallen"]) == (1, 1, 0)
    assert Matter.objects.filter(kind="request").count() == 2
