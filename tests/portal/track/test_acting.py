"""What a resident does with their own matter; what was typed survives every refusal."""

from datetime import timedelta

import pytest
from tests.portal.conftest import Browser

from linli.domains.matters.models import Matter, Text
from linli.domains.requests.lifecycle import request as life_of

pytestmark = pytest.mark.django_db


def address(life, verb=""):
    return f"/track/{life.matter.number}/{verb and verb + '/'}"


def test_a_verdict_of_two_yeses_closes_it(resident, life):
    life.replied()
    page = resident.read(address(life, "judge"))
    assert page.html.count('type="radio"') == 4
    assert "门机更换完毕" in page.words
    assert resident.send(address(life, "judge"), {"solved": "true", "satisfied": "true"}).location == address(life)
    life.matter.refresh_from_db()
    assert life.matter.state == "closed"
    assert "按你的意见办结" in resident.read(address(life)).words


def test_any_no_opens_it_again(resident, life):
    life.replied()
    resident.send(address(life, "judge"), {"solved": "false", "satisfied": "true", "note": "又坏了"})
    life.matter.refresh_from_db()
    assert life.matter.state == "reopened"
    assert "由原受理人重新办理" in resident.read(address(life)).words


def test_half_a_verdict_asks_for_the_other_half_and_keeps_the_words(resident, life):
    life.replied()
    page = resident.send(address(life, "judge"), {"solved": "true", "note": "师傅很好"}, status=422)
    assert "师傅很好" in page.html
    assert "请填写" in page.words


def test_whoever_has_the_code_may_do_what_the_resident_may(visitor, filed_by_visitor):
    matter, code = filed_by_visitor
    visitor.send("/track/", {"code": code})
    visitor.send(f"/track/{matter.number}/comment/", {"text": "晚上又停了"})
    assert "晚上又停了" in visitor.read(f"/track/{matter.number}/").words


def test_answering_resumes_the_work(resident, life):
    life.info_requested()
    resident.send(address(life, "give_information"), {"text": "东边那部"})
    life.matter.refresh_from_db()
    assert life.matter.state == "in_progress"


def test_it_is_taken_back_without_a_reason(resident, life):
    resident.send(address(life, "withdraw"), {"reason": ""})
    life.matter.refresh_from_db()
    assert life.matter.state == "withdrawn"


def test_on_a_stale_page_the_words_stay_and_the_next_try_counts(here, resident, life):
    seen = life.matter.version
    life.filed()
    page = resident.send(address(life, "comment"), {"text": "还没人来", "version": seen}, status=409)
    assert "还没人来" in page.html
    assert f'name="version" value="{life.matter.version}"' in page.html
    assert not Text.objects.filter(body="还没人来").exists()
    resident.send(address(life, "comment"), {"text": "还没人来", "version": life.matter.version})
    assert Text.objects.filter(body="还没人来").exists()


def test_an_act_whose_time_has_passed_is_explained_and_the_words_stay(resident, life):
    life.replied().does(life_of.Judge(solved=True, satisfied=True), life.here.resident)
    page = resident.send(
        address(life, "judge"), {"solved": "false", "satisfied": "false", "note": "没修好"}, status=409
    )
    assert "没修好" in page.html
    assert "现在能做什么" in page.words
    assert "不能这样做" in resident.read(address(life, "judge")).words


def test_a_guard_refuses_with_its_own_sentence(resident, life):
    life.closed()  # in March; the window to reopen it is long over
    page = resident.send(address(life, "reopen"), {"reason": "又坏了"}, status=422)
    assert "已过重办期限" in page.words
    assert "又坏了" in page.html


@pytest.mark.parametrize("verb", ["accept", "dispatch", "verify", "call_back", "supervise", "lead_signed", "nonsense"])
def test_what_the_office_does_is_not_done_here(here, resident, life, verb):
    resident.read(address(life, verb), status=404)
    resident.send(address(life, verb), {}, status=404)


def test_a_member_of_staff_is_a_resident_here(here, life):
    desk = Browser(here.desk.account)
    desk.send(address(life, "accept"), {}, status=404)
    life.matter.refresh_from_db()
    assert life.matter.state == "received"


def test_others_can_do_nothing_with_it(neighbour, visitor, life):
    for browser in (neighbour, visitor):
        browser.send(address(life, "withdraw"), {"reason": ""}, status=404)
    life.matter.refresh_from_db()
    assert life.matter.state == "received"


def test_a_forged_form_is_refused(here, life):
    browser = Browser(here.resident.account)
    browser.handler.enforce_csrf_checks = True
    page = browser.send(address(life, "withdraw"), {}, status=403)
    assert "刷新" in page.words
    life.matter.refresh_from_db()
    assert life.matter.state == "received"


@pytest.mark.parametrize("version", ["", "abc", "-1", "９", "1" * 30])
def test_a_version_that_is_no_number_is_as_good_as_none(resident, life, version):
    resident.send(address(life, "comment"), {"text": "你好", "version": version})


def test_past_its_time_reopening_is_not_offered_and_the_page_says_what_to_do_instead(resident, life):
    life.replied()
    resident.send(address(life, "judge"), {"solved": "true", "satisfied": "true"})
    assert address(life, "reopen") in resident.read(address(life)).html
    life.matter.refresh_from_db()
    Matter.objects.filter(pk=life.matter.pk).update(closed_at=life.matter.closed_at - timedelta(days=800))
    page = resident.read(address(life))
    assert address(life, "reopen") not in page.html
    assert "请重新上报" in page.words
    form = resident.read(address(life, "reopen"))
    assert "请重新上报" in form.words
    assert '<button class="button main">' not in form.html
