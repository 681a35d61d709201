"""The city's exported sheet comes in as its orders do, and goes back in the columns it asks for."""

from __future__ import annotations

import pytest

from linli.domains.matters.models import Matter
from linli.domains.requests.hotline.models import Order, Progress, Push
from linli.domains.requests.hotline.sheets import give_sheet, take_sheet
from linli.domains.requests.hotline.vocabulary import Heard
from linli.domains.requests.hotline.wire import wire
from linli.kernel.refusal import Invalid
from linli.kernel.sheets import open_sheet, write_sheet

from .conftest import NOW, lived

NAMES = [
    "工单编号",
    "受理时间",
    "标题",
    "诉求内容",
    "来电人",
    "联系电话",
    "是否保密",
    "所属区域",
    "诉求类型",
    "工单状态",
    "办结时限",
]
ROW = ["LH-1", "2026-03-02 10:00:00", "路灯", "路灯不亮三天了", "程小满", "13800001234", "是", "柳荫社区", "投诉", "10"]
ROW += ["2026-03-07 18:00:00"]


@pytest.fixture
def exported(tmp_path, neighbourhood):
    """A sheet as the city exports it, with these rows."""

    def made(*rows, names=NAMES):
        file = tmp_path / "orders.xlsx"
        with file.open("wb") as to:
            write_sheet(to, names, rows)
        return file

    return made


def row(**changed):
    return [changed.get(name, value) for name, value in zip(NAMES, ROW, strict=True)]


def test_each_row_is_an_order_and_the_same_file_adds_nothing(exported):
    file = exported(row(), row(工单编号="LH-2"))
    assert take_sheet(file, at=NOW).heard == {Heard.OPENED: 2}
    assert take_sheet(file, at=NOW).heard == {Heard.REPEATED: 2}
    matter = Matter.objects.get(pk=Order.objects.get(number="LH-1").pk)
    assert (matter.facts["kind"], matter.facts["hotline"]) == ("complaint", "LH-1")


def test_a_row_with_faults_falls_out_by_its_column_and_keeps_no_other_out(exported):
    taken = take_sheet(exported(row(受理时间="昨天"), row(工单编号="LH-2"), row(工单编号="LH-3", 诉求内容="")), at=NOW)
    assert taken.heard == {Heard.OPENED: 1}
    assert [(one.line, one.column) for one in taken.fallen] == [(2, "受理时间"), (4, "诉求内容")]


def test_a_sheet_of_something_else_is_refused(exported):
    with pytest.raises(Invalid, match="no column"):
        take_sheet(exported(["1", "2"], names=["姓名", "分数"]), at=NOW)
    assert not Order.objects.exists()


def test_an_order_that_came_by_the_door_is_not_changed_by_an_older_sheet(exported, city):
    city(orderNo="LH-1")
    assert take_sheet(exported(row()), at=NOW).heard == {Heard.LATE: 1}


def test_what_the_city_was_not_told_goes_into_its_sheet_once(city, neighbourhood, tmp_path):
    lived(neighbourhood, city()[1]).closed()
    file = tmp_path / "back.xlsx"
    assert give_sheet(file, at=NOW) == 4
    sheet = open_sheet(file)
    assert list(sheet.names) == list(wire().sheets.tellings.values())
    told = [dict(zip(sheet.names, each.cells, strict=True)) for each in sheet.rows()]
    assert [each["操作"] for each in told] == ["SIGN", "PROGRESS", "REPLY", "RESULT"]
    assert (told[2]["办理情况"], told[3]["是否解决"]) == ("门机更换完毕，已恢复运行", "是")
    assert give_sheet(tmp_path / "again.xlsx", at=NOW) == 0
    assert set(Push.objects.values_list("progress", flat=True)) == {Progress.SENT}


def test_a_sheet_that_could_not_be_written_leaves_all_to_be_told(city, neighbourhood, tmp_path):
    lived(neighbourhood, city()[1]).filed()
    with pytest.raises(OSError, match="No such file"):
        give_sheet(tmp_path / "nowhere" / "back.xlsx", at=NOW)
    assert Push.objects.get().progress == Progress.WAITING
