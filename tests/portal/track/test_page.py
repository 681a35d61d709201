"""The page of one's own matter: who has it, until when and why, what happened, what one can do."""

import re

import pytest
from tests.portal.conftest import Browser

from linli.domains.delivery.queries import unread
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import postponing
from linli.domains.requests.lifecycle import request as life_of

pytestmark = pytest.mark.django_db


def address(life):
    return f"/track/{life.matter.number}/"


def test_a_request_at_work_names_its_owner_and_its_deadline(resident, life):
    life.in_progress()
    page = resident.read(address(life))
    assert "handler" in page.words
    assert "柳荫物业" in page.words
    assert "前答复你" in page.words
    assert "7 个工作日" in page.words
    assert "已联系维保单位" in page.words
    assert "柳荫社区居委会首接，负责到底" in page.words
    assert "主办单位" in page.words
    assert "由你评价解决没有" in page.words


def test_what_is_asked_stands_at_the_top_with_its_button(resident, life):
    life.info_requested()
    page = resident.read(address(life))
    assert page.words.count("请问是哪一部电梯？") == 2
    assert f"{address(life)}give_information/" in page.links
    assert "暂停计时" in page.words
    assert "请问是哪一部电梯？" in resident.read(f"{address(life)}give_information/").words


def test_departments_called_together_are_named_without_the_words_between_staff(resident, life):
    life.blown()
    page = resident.read(address(life))
    assert "已吹哨，请部门报到" in page.words
    assert "供水所" in page.words
    assert "责令修复" not in page.words


def test_words_between_staff_are_not_shown(resident, life):
    life.filed().does(life_of.Dispatch(unit=life.here.units["property"], note="此人难缠"), life.here.desk)
    assert "难缠" not in resident.read(address(life)).words


def test_what_the_part_did_and_the_whole_followed_is_one_step(resident, life):
    life.replied()
    html = resident.read(address(life)).html
    assert html.count("门机更换完毕") == 2  # on top, where the verdict is asked, and in the line
    steps = [step.split("</b>")[0].split("<b>")[1] for step in html.split('<li class="step"')[1:]]
    assert steps == [
        "报给社区", "受理立案", "派单", "已签收", "开始办理", "已答复", "另有人核查是否属实", "由你评价解决没有",
    ]  # fmt: skip


def test_a_bounce_is_told_as_what_it_is(resident, life):
    life.bounce_asked().does(lead.GrantBounce(), life.here.desk, on=life.lead)
    page = resident.read(address(life))
    assert "退单，改派" in page.words
    assert "电梯由维保公司负责" not in page.words


def test_the_right_door_is_named_where_it_is_not_ours(resident, life):
    life.not_accepted()
    page = resident.read(address(life))
    assert "法院或仲裁" in page.words
    assert "属于合同纠纷" in page.words


@pytest.mark.parametrize("state", ["received", "filed", "dispatched", "signed", "in_progress", "info_requested",
                                   "replied", "verified", "callback", "closed", "reopened", "not_accepted",
                                   "withdrawn", "bounce_asked"])  # fmt: skip
def test_every_state_has_its_page(resident, life, state):
    getattr(life, state)()
    assert life.matter.number in resident.read(address(life)).words


def test_reading_it_marks_its_messages_read(here, resident, life):
    life.replied()
    assert unread([here.resident.person]) > 0
    resident.read(address(life))
    assert unread([here.resident.person]) == 0


def test_nobody_elses_page_opens_and_nothing_is_given_away(here, life, neighbour, visitor):
    for browser in (neighbour, visitor, Browser(here.desk.account), Browser(here.handler.account)):
        theirs = browser.read(address(life), status=404).html
        invented = browser.read("/track/SQ26-999999/", status=404).html
        assert "查询码" in theirs
        assert _shape(theirs, life.matter.number) == _shape(invented, "SQ26-999999")


def _shape(html, number):
    """The page without its number and its tokens."""
    return re.sub(r'(value=|X-CSRFToken": )"[^"]+"', "", html).replace(number, "")


def test_parts_have_no_page_of_their_own(resident, life):
    life.dispatched()
    resident.read(f"/track/{life.lead.number}/", status=404)


def test_the_way_to_share_it_gives_no_code(resident, life):
    page = resident.read(f"{address(life)}share/")
    assert "<svg" in page.html
    assert life.matter.number in page.words


def test_what_is_set_aside_says_why_who_keeps_it_and_when_it_is_looked_at_again(resident, life):
    life.suspended()
    page = resident.read(address(life))
    assert "暂时办不了" in page.words
    assert "等维修资金到账" in page.words
    assert "前复核" in page.words
    assert "下次复核日期" in page.words
    assert "handler" in page.words
    assert "维修资金未到账" not in page.words  # the evidence is for staff


def test_more_time_is_told_with_the_new_date_and_what_it_is_made_of(resident, life):
    life.extension_asked().does(postponing.GrantExtension(), life.here.desk, on=life.lead)
    page = resident.read(address(life))
    assert "7 个工作日，延期 7 个工作日" in page.words
    assert "配件要订货" not in page.words


def test_what_was_found_to_be_no_request_says_why_and_takes_one_objection(resident, life):
    life.dismissed()
    page = resident.read(address(life))
    assert "没有提出要办的事" in page.words
    assert f"{address(life)}object/" not in page.links  # long past its time today
    assert "已过提异议的期限" in page.words


def test_what_is_with_a_body_outside_says_with_whom_and_when_we_ask_again(resident, life):
    life.external()
    page = resident.read(address(life))
    assert "区水务局" in page.words
    assert "SW-12" in page.words
    assert "再去催问" in page.words
