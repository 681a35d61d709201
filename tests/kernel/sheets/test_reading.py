"""Sheets are read as they are: wherever the header stands, whatever the letters, without damage to any cell."""

import gzip
import json
from datetime import datetime

import pytest
from tests.kernel.sheets.made import book

from linli.kernel.sheets import open_sheet

HEADER = ["编号", "电话", "内容"]


def read(path):
    sheet = open_sheet(path)
    return sheet.names, [(row.number, *row.cells) for row in sheet.rows()]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_a_csv_is_read_in_whatever_letters_it_was_written(tmp_path, charset):
    path = tmp_path / "a.csv"
    path.write_text("编号,电话,内容\n001,13800000001,电梯坏了\n", encoding=charset)
    assert read(path) == (tuple(HEADER), [(2, "001", "13800000001", "电梯坏了")])


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_cells_may_be_separated_by_comma_tab_or_semicolon(tmp_path, separator):
    path = tmp_path / "a.csv"
    path.write_text(f"编号{separator}内容\n1{separator}停水\n")
    assert read(path) == (("编号", "内容"), [(2, "1", "停水")])


def test_a_cell_may_hold_several_lines_and_quotation_marks(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('编号,内容\n1,"第一行\n第二行说""好"""\n2,完\n')
    assert read(path)[1] == [(2, "1", '第一行\n第二行说"好"'), (3, "2", "完")]


def test_a_gzipped_csv_is_read(tmp_path):
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress("编号,内容\n1,停水\n".encode()))
    assert read(path)[1] == [(2, "1", "停水")]


def test_a_list_of_objects_is_read_with_its_commonest_shape(tmp_path):
    path = tmp_path / "a.json"
    requests = [{"pk": n, "fields": {"service_request_id": f"0{n}", "lat": 31.5}} for n in range(3)]
    path.write_text(json.dumps([{"pk": 1, "fields": {"name": "a city"}}, *requests]))
    assert read(path)[0] == ("pk", "service_request_id", "lat")
    assert read(path)[1][0] == (2, "0", "00", "31.5")
    assert len(read(path)[1]) == 3


def test_identifiers_and_long_numbers_stay_as_they_are_typed(tmp_path):
    path = book(tmp_path / "a.xlsx", HEADER, ["007", "11010119900307771X", "ok"], [7, 13800000001, 1.5])
    assert read(path)[1] == [(2, "007", "11010119900307771X", "ok"), (3, "7", "13800000001", "1.5")]


def test_dates_come_as_one_kind_of_text_whether_typed_or_real(tmp_path):
    path = book(tmp_path / "a.xlsx", ["编号", "时间"], [1, datetime(2020, 1, 6, 12, 9, 38)], [2, "2020/1/6 12:09:38"])
    assert [row[2] for row in read(path)[1]] == ["2020-01-06 12:09:38", "2020/1/6 12:09:38"]


def test_the_header_is_found_below_titles(tmp_path):
    path = book(
        tmp_path / "a.xlsx",
        ["柳荫街道 2026 年诉求登记表", None, None],
        [],
        ["填报单位：柳荫社区", None, "2026-03-02"],
        HEADER,
        ["1", "", "停水"],
        merged=("A1:C1",),
    )
    assert read(path) == (tuple(HEADER), [(5, "1", "", "停水")])


def test_names_in_two_lines_with_merged_cells_are_the_lower_ones(tmp_path):
    path = book(
        tmp_path / "a.xlsx",
        ["诉求登记表", None, None, None],
        ["编号", "诉求人", None, "内容"],
        [None, "姓名", "电话", None],
        ["1", "王居民", "13800000001", "停水"],
        merged=("A1:D1", "A2:A3", "B2:C2", "D2:D3"),
    )
    assert read(path) == (("编号", "姓名", "电话", "内容"), [(4, "1", "王居民", "13800000001", "停水")])


def test_a_table_that_starts_further_in_keeps_its_line_numbers(tmp_path):
    path = book(tmp_path / "a.xlsx", [], [None, "编号", "内容"], [None, "1", "停水"], [], [None, "2", "停电"])
    assert [(row[0], row[-1]) for row in read(path)[1]] == [(3, "停水"), (5, "停电")]


def test_two_columns_of_one_name_are_told_apart(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("编号,备注,备注\n1,甲,乙\n")
    assert read(path)[0] == ("编号", "备注", "备注 2")


def test_short_rows_are_filled_and_what_stands_beyond_the_names_is_said(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("编号,内容\n1\n2,停水,多出来的\n")
    rows = list(open_sheet(path).rows())
    assert [(row.cells, row.beyond) for row in rows] == [(("1", ""), False), (("2", "停水"), True)]


def test_a_sheet_can_be_read_again_and_again(tmp_path):
    sheet = open_sheet(book(tmp_path / "a.xlsx", HEADER, ["1", "", "停水"]))
    assert list(sheet.rows()) == list(sheet.rows())


def test_no_cell_shows_in_a_repr(tmp_path):
    sheet = open_sheet(book(tmp_path / "a.xlsx", HEADER, ["1", "13800000001", "停水"]))
    assert "13800000001" not in repr(sheet) + repr(list(sheet.rows()))
