"""What is no sheet, locked, damaged or too much is refused in a sentence that says what to do."""

import gzip
import zipfile

import pytest
from tests.kernel.sheets.made import SHEET, book, cells, with_part

from linli.kernel.refusal import Invalid
from linli.kernel.sheets import Limits, open_sheet

GOOD = (["编号", "内容"], ["1", "停水"])


def refused(path, **limits):
    with pytest.raises(Invalid) as refusal:
        open_sheet(path, limits=Limits(**limits))
    assert path.name in refusal.value.sentence.in_language("zh-hans")
    return refusal.value.sentence.in_language("en")


def test_a_bomb_is_refused_by_what_it_says_of_itself(tmp_path):
    path = with_part(book(tmp_path / "a.xlsx", *GOOD), "xl/media/x.bin", bytes(40_000_000))
    assert path.stat().st_size < 100_000
    assert "too large" in refused(path, unpacked=20_000_000)


def test_a_bomb_that_lies_about_its_size_is_refused_all_the_same(tmp_path):
    path = with_part(book(tmp_path / "a.xlsx", *GOOD), "xl/media/x.bin", bytes(40_000_000))
    told = path.read_bytes().replace((40_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    path.write_bytes(told)
    assert "damaged" in refused(path, unpacked=20_000_000) or "too large" in refused(path, unpacked=20_000_000)


def test_a_gzip_bomb_is_unpacked_no_further_than_a_sheet_may_go(tmp_path):
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"id,words\n" + b"1,a\n" * 4_000_000))
    assert "too large" in refused(path, unpacked=5_000_000)


def test_half_a_million_rows_are_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("编号,内容\n" + "1,停水\n" * 500_000)
    assert "more than 200,000 rows" in refused(path)


def test_half_a_million_rows_of_a_workbook_are_refused_before_they_are_laid_out(tmp_path):
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 500_001))
    path = with_part(book(tmp_path / "a.xlsx", *GOOD), SHEET, cells().replace(b"<sheetData>", b"<sheetData>" + rows))
    assert "more than 200,000 rows" in refused(path)


@pytest.mark.parametrize("far", ["XFD2", "A1048576", "XFD1048576"])
def test_a_stray_cell_far_out_is_refused_before_the_rectangle_is_laid_out(tmp_path, far):
    path = with_part(book(tmp_path / "a.xlsx", *GOOD), SHEET, cells("A1", far))
    assert "wider than" in refused(path) or "more than" in refused(path)


@pytest.mark.parametrize("hidden", [b'<c t=">" r="XFD1048576">', b"<x:c  r = 'XFD1048576' >", b'<c r="&#88;FD1">'])
def test_a_stray_cell_cannot_hide_behind_spelling(tmp_path, hidden):
    odd = cells("A1").replace(b'<c r="A1">', hidden)
    refused(with_part(book(tmp_path / "a.xlsx", *GOOD), SHEET, odd))


def test_a_workbook_under_a_password_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    )
    assert "password" in refused(path)


def test_an_archive_with_locked_parts_is_refused(tmp_path):
    path = book(tmp_path / "a.xlsx", *GOOD)
    content = bytearray(path.read_bytes())
    for at in range(len(content) - 4):
        if content[at : at + 4] == b"PK\x01\x02":
            content[at + 8] |= 1
    path.write_bytes(content)
    assert "password" in refused(path)


def test_macros_are_read_past_and_never_run(tmp_path):
    path = with_part(book(tmp_path / "a.xlsm", *GOOD), "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub Auto_Open()")
    assert [row.cells for row in open_sheet(path).rows()] == [("1", "停水")]


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n", b"<html><table>", b"\x00\x01\x02,\x03\n", b'{"a": 1}', b"[{"]
)
def test_what_is_no_sheet_is_refused_whatever_its_name(tmp_path, content):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert "not a sheet" in refused(path)


def test_another_archive_is_not_a_workbook(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("photo.jpg", b"x")
    assert "not a sheet" in refused(path)


@pytest.mark.parametrize("content", [b"", b" \n \n", "编号,内容\n".encode(), b"1,2\n3,4\n"])
def test_a_sheet_without_names_or_rows_is_refused(tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert "no rows" in refused(path)


def test_half_a_workbook_is_damaged(tmp_path):
    path = book(tmp_path / "a.xlsx", *GOOD)
    path.write_bytes(path.read_bytes()[:2000])
    assert "damaged" in refused(path)


def test_half_a_gzip_is_damaged(tmp_path):
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress("编号,内容\n1,停水\n".encode())[:-9])
    assert "damaged" in refused(path)


def test_letters_of_no_known_set_are_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,words\n1,\xff\xff\xff\n")
    assert "character set" in refused(path)


def test_a_quotation_mark_never_closed_is_refused_by_line(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('编号,内容\n1,"停水\n' + "2,停电\n" * 40_000)
    assert "quotation mark" in refused(path)


def test_a_file_that_is_not_there_is_said(tmp_path):
    assert "not there" in refused(tmp_path / "nothing.csv")
