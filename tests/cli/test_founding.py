"""A real subdistrict is founded from two sheets: whole, or not at all with the mistake's line and column named."""

from __future__ import annotations

import csv
import stat

import pytest
from openpyxl import Workbook

from linli.cli.founding.founding import BUILDING_EXAMPLE, STAFF_EXAMPLE, found, write_templates
from linli.domains.people.models import Account, Organisation, Post
from linli.domains.places.models import Place
from linli.kernel.refusal import Refusal

HEADS = {
    "buildings": ["楼栋", "社区", "网格", "社区编码", "单元数"],
    "staff": ["用户名", "姓名", "角色", "单位", "单位类型", "负责区域"],
}
BUILDINGS = [["1号楼", "东里", "第1网格", "110105001001", 3], ["2号楼", "东里", "第1网格", "110105001001", 2.0]]
STAFF = [
    ["desk", "甲", "社区工作者", "东里居委会", "居委会", "东里"],
    ["caller", "乙", "callback_desk", "街道办", "subdistrict_office", ""],
]


@pytest.fixture
def founding(db, tmp_path):
    def run(*, buildings=BUILDINGS, staff=STAFF, code="110105001"):
        return found(
            code=code,
            district="某区",
            subdistrict="某街道",
            buildings=sheet(tmp_path / "buildings.xlsx", HEADS["buildings"], buildings),
            staff=sheet(tmp_path / "staff.xlsx", HEADS["staff"], staff),
            passwords=tmp_path / "passwords.csv",
        )

    return run


def sheet(path, head, rows):
    book = Workbook()
    for row in (head, *rows):
        book.active.append(row)
    book.save(path)
    return path


def test_a_subdistrict_is_founded(founding, tmp_path):
    assert founding() == 2
    assert Place.objects.filter(kind="building").count() == 2
    assert Place.objects.filter(kind="unit").count() == 5
    assert Organisation.objects.count() == 2
    assert Post.objects.get(account__username="caller").place.name == "某街道"
    written = tmp_path / "passwords.csv"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    rows = list(csv.reader(written.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == ["desk", "caller"]
    assert Account.objects.get(username="desk").check_password(rows[1][1])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"code": "1101"}, "九位数字"),
        ({"buildings": [["", "东里", "", "", ""]]}, "第 2 行“楼栋”：请填写"),
        ({"buildings": [["1号楼", "东里", "", "999", ""]]}, "第 2 行“社区编码”"),
        ({"buildings": [BUILDINGS[0], BUILDINGS[0]]}, "第 3 行“楼栋”：重复了"),
        ({"buildings": [["1号楼", "东里", "", "", "很多"]]}, "第 2 行“单元数”"),
        ({"staff": [["x", "甲", "市长", "居委会", "居委会", "东里"]]}, "第 2 行“角色”：没有“市长”"),
        ({"staff": [STAFF[0], STAFF[0]]}, "第 3 行“用户名”"),
        ({"staff": [["desk", "甲", "社区工作者", "居委会", "居委会", "西里"]]}, "第 2 行“负责区域”"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_founded(founding, tmp_path, change, sentence):
    with pytest.raises(Refusal) as refusal:
        founding(**change)
    assert sentence in refusal.value.sentence.in_language("zh-hans")
    assert (Place.objects.count(), Account.objects.count()) == (0, 0)
    assert not (tmp_path / "passwords.csv").exists()


def test_a_second_founding_is_refused(founding):
    founding()
    with pytest.raises(Refusal, match="founded here already"):
        founding()


def test_the_templates_can_be_read_back(tmp_path):
    from linli.cli.founding.sheets import BUILDINGS as COLUMNS
    from linli.cli.founding.sheets import STAFF as PEOPLE
    from linli.cli.founding.sheets import read_sheet

    buildings, staff = write_templates(tmp_path)
    assert tuple(read_sheet(buildings, COLUMNS)[0].cells.values()) == BUILDING_EXAMPLE
    assert tuple(read_sheet(staff, PEOPLE)[0].cells.values()) == STAFF_EXAMPLE


def test_a_file_that_is_no_sheet_is_refused(db, tmp_path):
    from linli.cli.founding.sheets import STAFF as PEOPLE
    from linli.cli.founding.sheets import read_sheet

    bad = tmp_path / "staff.xlsx"
    bad.write_bytes(b"%PDF-1.7 not a sheet")
    with pytest.raises(Refusal, match="is not a sheet we can read"):
        read_sheet(bad, PEOPLE)
