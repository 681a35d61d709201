"""What a colleague has in hand: read by the unit, handed over by whoever leads it, half or whole, without a script."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from tests.neighbourhood import staff_member
from tests.staffed import appoint

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Matter
from linli.domains.people.models import Post
from linli.domains.requests.lifecycle.assignment import ReportProgress
from linli.domains.requests.rights import HANDLE, LEAD, READ


@pytest.fixture
def here(here):
    for name, more in (("head", {LEAD.code}), ("colleague", set())):
        setattr(here, name, staff_member(here, name, "property", {READ.code, HANDLE.code} | more))
        appoint(getattr(here, name))
    return here


@pytest.fixture
def address(here) -> str:
    return f"/office/worklist/team/{here.units['property']}/{here.handler.account}/"


def ticks(page: str) -> list[str]:
    return re.findall(r'name="ids" value="([^"]+)"', page)


def owners() -> set[str]:
    return set(Matter.objects.filter(kind="assignment").values_list("holder__display_name", flat=True))


def test_the_list_says_what_is_open_due_when_and_promised(life, sign_in, address):
    life("in_progress"), life("planned"), life("replied")
    page = sign_in("handler").get(address).content.decode()
    assert "handler名下的事项" in page
    assert "2 件在办" in page
    assert "对居民的时限" in page
    assert "计划从" in page
    assert "已联系维保单位" in page
    assert "data-print" in page
    assert ticks(page) == []
    assert "交接由本单位负责人来做" in page


def test_what_is_ticked_is_handed_over_and_the_rest_stays(here, life, sign_in, address):
    life("in_progress"), life("signed")
    head = sign_in("head")
    first, second = ticks(head.get(address).content.decode())
    page = head.post(address, {"ids": [first], "to": here.colleague.account, "note": "钥匙在前台"}).content.decode()
    assert "已交接 1 件" in page
    assert ticks(page) == [second]
    assert owners() == {"handler", "colleague"}
    number = Matter.objects.get(pk=first.partition(".")[0]).number
    shown = sign_in("colleague").get(f"/office/matters/{number}/").content.decode()
    assert "钥匙在前台" in shown
    assert re.search(r"交给谁？.{0,80}colleague", shown, re.DOTALL)


def test_all_of_it_is_handed_over_at_once_and_what_moved_meanwhile_is_named(here, life, sign_in, address):
    moved, stays = life("in_progress"), life("in_progress")
    head = sign_in("head")
    shown = ticks(head.get(address).content.decode())
    at = moved.at + timedelta(hours=1)
    perform(moved.lead.pk, ReportProgress(text="配件到了"), by=here.handler, at=at)
    sent = {"shown": shown, "all": "1", "to": here.colleague.account}
    page = head.post(address, sent).content.decode()
    assert "已交接 1 件" in page
    assert moved.lead.number in page
    assert "你查看期间已有人处理" in page
    assert (moved.lead.holder_id, stays.lead.holder_id) == (here.handler.account, here.colleague.account)
    again = {"shown": ticks(page), "all": "1", "to": here.colleague.account}
    assert "没有在办事项" in head.post(address, again).content.decode()
    assert owners() == {"colleague"}


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "请勾选要交接的"),
        ({"all": "1", "to": "x"}, "请选择交给谁"),
        ({"ids": ["y.1"]}, "勾选的内容不对"),
    ],
    ids=["nothing", "nobody", "nonsense"],
)
def test_a_form_that_says_too_little_changes_nothing(here, life, sign_in, refused, address, sent, sentence):
    life("in_progress")
    head = sign_in("head")
    shown = ticks(head.get(address).content.decode())
    refused(head.post(address, {"shown": shown, "to": here.colleague.account, **sent}), 422, sentence)
    assert owners() == {"handler"}


def test_what_was_ticked_and_typed_is_still_there_when_it_is_refused(life, sign_in, refused, address):
    life("in_progress"), life("in_progress")
    head = sign_in("head")
    first, _ = ticks(head.get(address).content.decode())
    page = refused(head.post(address, {"ids": [first], "to": "", "note": "钥匙在前台"}), 422, "请选择交给谁")
    assert f'value="{first}" checked' in page
    assert page.count(" checked") == 1
    assert "钥匙在前台" in page


def test_only_the_head_may_and_only_the_unit_looks(here, life, sign_in, refused, address):
    life("in_progress")
    shown = ticks(sign_in("head").get(address).content.decode())
    refused(sign_in("colleague").post(address, {"ids": shown, "to": here.colleague.account}), 403, "负责人")
    refused(sign_in("other_handler").get(address), 404)
    refused(sign_in("supervisor").get(address), 403)
    refused(sign_in("head").get(address.replace(str(here.handler.account), str(here.resident.person))), 404)
    assert owners() == {"handler"}


def test_from_the_worklist_several_are_handed_over_like_any_act(here, life, sign_in):
    life("in_progress"), life("in_progress")
    head = sign_in("head")
    chosen = ticks(head.get("/office/worklist/?kind=assignment").content.decode())
    page = head.post("/office/worklist/acts/", {"ids": chosen, "verb": "hand_to_colleague"}).content.decode()
    assert ">colleague</option>" in page
    sent = {"ids": chosen, "verb": "hand_to_colleague", "go": "1", "to": here.colleague.account}
    assert "已办好 2 件" in head.post("/office/worklist/acts/", sent).content.decode()
    assert owners() == {"colleague"}


def test_whoever_left_stands_on_the_teams_page_until_it_is_handed_over(here, life, sign_in, address):
    walked = life("in_progress")
    Post.objects.filter(account=here.handler.account).update(until=walked.at)
    head = sign_in("head")
    page = head.get("/office/worklist/team/").content.decode()
    assert "handler：1 件待交接" in page
    assert address in page
    head.post(address, {"ids": ticks(head.get(address).content.decode()), "to": here.head.account})
    assert "待交接" not in head.get("/office/worklist/team/").content.decode()


def test_the_list_costs_the_same_for_one_and_for_ten(life, sign_in, queries, address):
    head = sign_in("head")
    life("in_progress")
    one = queries(head, address)
    for _ in range(9):
        life("in_progress")
    assert queries(head, address) == one
