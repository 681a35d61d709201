"""The city's orders in a workbook: beside what any request says, their number, deadlines and what was told there."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY
from tests.staffed import administration, here

from linli.domains.requests.figures.approving import ask_to_take, decide, take_granted
from linli.domains.requests.figures.asked import Asked
from linli.domains.requests.figures.exporting import take_requests
from linli.domains.requests.hotline.models import Progress, Push

from .conftest import NOW, lived

__all__ = ["administration", "here"]
ORDERS = Asked(since=MONDAY - timedelta(days=1), until=MONDAY + timedelta(days=30), channel="hotline")


def read(content: bytes) -> list[dict]:
    header, *lines, _ = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [dict(zip(header, line, strict=True)) for line in lines]


@pytest.fixture
def order(city, here):
    """An order of the city, answered and closed here; one of four words told, one stuck. One more of another door."""
    walk = lived(here, city()[1]).closed()
    first, second = Push.objects.order_by("place").values_list("pk", flat=True)[:2]
    Push.objects.filter(pk=first).update(progress=Progress.SENT, done_at=NOW)
    Push.objects.filter(pk=second).update(progress=Progress.STUCK, done_at=NOW + timedelta(hours=1))
    Life(here)
    return walk


def test_only_the_citys_orders_are_in_it_with_what_is_known_of_them_there(order, here):
    (line,) = read(take_requests(ORDERS, by=here.desk, at=NOW))
    assert line["编号"] == order.matter.number
    assert (line["来源"], line["市热线工单号"]) == ("市民热线 12345", "LH20260302-000123")
    assert (line["市热线状态"], line["市热线签收时限"]) == ("办理中", "2026-03-02 12:00")
    assert line["市热线办结时限"] == "2026-03-07 18:00"
    assert [line[name] for name in ("已回传", "待回传", "回传失败")] == ["1", "2", "1"]
    assert line["最近回传"] == "2026-03-02 10:20"


def test_no_sheet_of_another_door_has_the_citys_columns(order, here):
    everything = Asked(since=ORDERS.since, until=ORDERS.until)
    lines = read(take_requests(everything, by=here.desk, at=NOW))
    assert len(lines) == 2
    assert not any("市热线工单号" in line for line in lines)


def test_what_was_approved_is_the_orders_alone(order, here, administration):
    asked = ask_to_take(ORDERS, reason="与市热线对账", by=here.desk, at=order.at)
    decide(asked, granted=True, why="", by=here.audit, at=order.at)
    (line,) = read(take_granted(asked, by=here.desk, at=order.at))
    assert line["市热线工单号"] == "LH20260302-000123"


def test_the_cost_is_the_same_for_one_and_for_three(order, city, here, django_assert_num_queries):
    with django_assert_num_queries(8):
        take_requests(ORDERS, by=here.desk, at=NOW)
    for number in ("LH-2", "LH-3"):
        city(orderNo=number)
    with django_assert_num_queries(8):
        take_requests(ORDERS, by=here.desk, at=NOW)
