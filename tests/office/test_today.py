"""The first page of the day."""

from __future__ import annotations

import re

from django.utils import timezone
from tests.neighbourhood import staff_member
from tests.staffed import appoint

from linli.domains.matters.engine import open_matter, perform
from linli.domains.requests.lifecycle.request import Withdraw


def test_duties_stand_by_state_with_what_is_late(life, sign_in):
    life("received"), life("filed"), life("filed")
    page = sign_in("desk").get("/office/").content.decode()
    assert "有 3 件等你办，其中 3 件已超时" in page
    assert "/office/worklist/?kind=request&amp;state=filed" in page
    assert "派单" in page
    assert "受理立案" in page


def test_an_empty_desk_says_what_will_appear(sign_in):
    page = sign_in("caller").get("/office/").content.decode()
    assert "没有等你办的事" in page
    assert "会自动出现在这里" in page


def test_what_was_sent_to_the_unit_is_news_until_it_is_read(life, sign_in):
    life("dispatched")
    handler = sign_in("handler")
    assert "请签收" in handler.get("/office/").content.decode()
    assert "data-unread" in handler.get("/office/").content.decode()
    assert handler.post("/office/read/").status_code == 302
    assert "data-unread" not in handler.get("/office/").content.decode()


def test_letters_to_a_unit_about_what_a_post_may_not_read_are_neither_told_there_nor_marked_as_read(
    life, here, sign_in
):
    here.keeper = staff_member(here, "keeper", "property", {"places.manage"})
    appoint(here.keeper)
    life("dispatched")
    keeper = sign_in("keeper")
    assert "请签收" not in keeper.get("/office/").content.decode()
    keeper.post("/office/read/")
    assert "data-unread" in sign_in("handler").get("/office/").content.decode()


def test_three_rates_never_stand_without_what_they_were_made_of(life, sign_in):
    life("closed")
    page = sign_in("desk").get("/office/").content.decode()
    for words in ("响应率", "解决率", "满意率", "未联系上", "尚未回访", "尚未办结", "requests.three_rates"):
        assert words in page


def test_the_page_asks_the_database_the_same_for_one_and_for_thirty(life, sign_in, queries):
    desk = sign_in("desk")
    life("received")
    one = queries(desk, "/office/")
    for _ in range(29):
        life("received")
    assert queries(desk, "/office/") == one


def test_the_balance_of_what_was_received_leaves_nothing_out(neighbourhood, sign_in):
    now = timezone.now()
    given = {"text": "三号楼电梯坏了", "place": neighbourhood.building}
    taken_back, _ = (open_matter("request", given, by=neighbourhood.resident, at=now) for _ in range(2))
    perform(taken_back.pk, Withdraw(), by=neighbourhood.resident, at=now)
    page = sign_in("desk").get("/office/").content.decode()
    assert "近 30 天收到 2 件" in page
    assert re.search(r'data-look="open"><dt>在办</dt><dd>1', page)
    assert re.search(r'data-look="withdrawn"><dt>已撤回</dt><dd>1', page)
    assert re.search(r'<rect x="50\.0" y="0" width="50\.0" height="4" data-look="withdrawn"', page)
