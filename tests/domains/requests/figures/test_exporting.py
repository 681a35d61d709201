"""Requests taken away as a sheet: masked, capped, marked, identifiers as text, and noted for who audits."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY
from tests.staffed import here

from linli.domains.people.actor import SYSTEM
from linli.domains.people.rights import AUDIT_READ
from linli.domains.requests.figures import exporting
from linli.domains.requests.figures.asked import Asked
from linli.domains.requests.figures.exporting import take_requests, taken_away
from linli.domains.requests.figures.models import Export
from linli.kernel.refusal import Invalid, NotAllowed

__all__ = ["here"]
PERIOD = Asked(since=MONDAY - timedelta(days=1), until=MONDAY + timedelta(days=30))


@pytest.fixture
def at_most(monkeypatch):
    """So many requests in one file, whatever the rules say otherwise."""

    def capped(most: int) -> None:
        book = SimpleNamespace(rule=lambda key, *, on: SimpleNamespace(value=most))
        monkeypatch.setattr(exporting, "rulebook", lambda: book)

    return capped


def read(content: bytes) -> list[tuple]:
    return list(load_workbook(BytesIO(content)).active.iter_rows(values_only=True))


def test_the_list_holds_what_was_received_masked_and_says_who_took_it(here):
    told = "电话13800001234，=1+1 三号楼电梯坏了"
    taken = Life(here, text=told).dispatched()
    Life(here, place=here.places["poplar"].pk)
    header, row, mark = read(take_requests(PERIOD, by=here.desk, at=MONDAY))
    given = dict(zip(header, row, strict=True))
    assert given["编号"] == taken.matter.number
    assert given["承办单位"] == "柳荫物业"
    assert given["状态"] == "已派单"
    assert given["收到时间"] == "2026-03-02 10:00"
    assert "13800001234" not in str(row)
    assert "desk" in mark[0]
    assert "2026-03-02 10:00" in mark[0]


def test_no_cell_is_ever_a_formula_or_a_number(here):
    Life(here, text="=HYPERLINK(1) 电梯坏了")
    sheet = load_workbook(BytesIO(take_requests(PERIOD, by=here.desk, at=MONDAY))).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}


def test_more_than_one_file_may_hold_is_refused_and_nothing_is_noted(here, at_most):
    Life(here), Life(here)
    at_most(1)
    with pytest.raises(Invalid) as refused:
        take_requests(PERIOD, by=here.desk, at=MONDAY)
    assert "超过 1 件" in refused.value.sentence.in_language("zh")
    assert not Export.objects.exists()
    at_most(2)
    assert len(read(take_requests(PERIOD, by=here.desk, at=MONDAY))) == 4


def test_every_file_is_noted_with_its_question_and_size_but_nothing_of_what_it_says(here):
    Life(here)
    take_requests(replace(PERIOD, category="home"), by=here.desk, at=MONDAY)
    (line,), more = taken_away(by=SYSTEM)
    assert (line.account, line.rows, line.at, more) == (here.desk.account, 1, MONDAY, False)
    assert line.asked == {
        "since": PERIOD.since.isoformat(),
        "until": PERIOD.until.isoformat(),
        "category": "home",
    }
    assert taken_away(by=SYSTEM, account=here.caller.account) == ([], False)
    with pytest.raises(NotAllowed) as refused:
        taken_away(by=here.desk)
    assert AUDIT_READ.words.zh in refused.value.sentence.in_language("zh")


def test_the_cost_is_the_same_for_one_and_for_ten(here, django_assert_num_queries):
    Life(here).dispatched()
    with django_assert_num_queries(7):
        take_requests(PERIOD, by=here.desk, at=MONDAY)
    for _ in range(9):
        Life(here).dispatched()
    with django_assert_num_queries(7):
        take_requests(PERIOD, by=here.desk, at=MONDAY)


def test_whoever_reads_no_requests_takes_none(here):
    with pytest.raises(NotAllowed):
        take_requests(PERIOD, by=here.resident, at=MONDAY)
