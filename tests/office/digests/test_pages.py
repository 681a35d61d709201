"""The digest in the office: what it says, the messages behind it by right, its sample, and its being computed again."""

from __future__ import annotations

import re

import pytest
from tests.domains.insight.weeks_lived import AFTER, frozen, lively, messages
from tests.neighbourhood import staff_member
from tests.staffed import appoint

from linli.domains.insight.models import Check, Digest
from linli.domains.matters.engine import perform
from linli.domains.requests.lifecycle.request import Accept

pytestmark = pytest.mark.django_db


@pytest.fixture
def digest(here):
    lively(here)
    here.checker = staff_member(here, "checker", "office", {"requests.read", "insight.check"}, area="subdistrict")
    appoint(here.checker)
    return frozen(here)


def test_it_says_first_what_rises_and_leads_to_the_messages_behind(digest, sign_in):
    desk = sign_in("desk")
    page = desk.get("/office/digests/", follow=True).content.decode()
    assert "本周（3月2日至3月8日）共收到诉求 20 件，前 8 周平均每周 4 件。" in page
    assert "电梯上升：本周 20 件，平时每周 4 件，最多不过 4 件。" in page
    assert "“电梯”的 20 件中，有 6 件文字雷同，照常计数。" in page
    (wording,) = re.findall(r'href="(/office/digests/[^"]*wording=\d+)"', page)
    behind = desk.get(wording).content.decode()
    assert behind.count("我们是柳荫小区的业主") >= 6
    assert " · 6 件" in behind


def test_a_page_costs_the_same_however_much_there_was(digest, sign_in, queries):
    assert queries(sign_in("desk"), f"/office/digests/{digest.pk}/") <= 30


def test_the_messages_open_only_to_whoever_reads_them(here, sign_in):
    lively(here)
    wide = frozen(here, "subdistrict")
    page = sign_in("desk").get(f"/office/digests/{wide.pk}/messages/").content.decode()
    assert "26 件" in page
    assert "你可查看其中 20 件" in page


@pytest.mark.parametrize("part", ["", "messages/", "sample/"], ids=["digest", "messages", "sample"])
def test_another_community_reads_its_own(digest, sign_in, part):
    assert sign_in("stranger").get(f"/office/digests/{digest.pk}/{part}").status_code == 403


def test_nonsense_in_the_address_of_a_claim_is_left_out(digest, sign_in):
    page = sign_in("desk").get(f"/office/digests/{digest.pk}/messages/?wording=x&matter=²&category=nowhere")
    assert page.status_code == 200
    assert "没有你能查看的" in page.content.decode()


def test_it_is_computed_again_on_the_spot(digest, sign_in):
    desk = sign_in("desk")
    assert "与冻结时完全一致" in desk.get(f"/office/digests/{digest.pk}/?verify").content.decode()
    Digest.objects.filter(pk=digest.pk).update(numbers={**digest.numbers, "received": 21})
    page = desk.get(f"/office/digests/{digest.pk}/?verify").content.decode()
    assert "这份舆情摘要有问题" in page
    assert "数字与公开记录里的条目不一致" in page


def test_a_sample_is_checked_one_by_one_and_the_error_is_told_when_all_are(here, sign_in):
    here.checker = staff_member(here, "checker", "office", {"requests.read", "insight.check"}, area="subdistrict")
    appoint(here.checker)
    messages(here, 3)
    digest = frozen(here)
    checker = sign_in("checker")
    address = f"/office/digests/{digest.pk}/sample/"
    for step, answer in enumerate(("fits", "fits", "other")):
        page = checker.get(address).content.decode()
        assert f"3 件已查 {step} 件" in page
        assert "它被归为<b>电梯</b>" in page
        number = re.search(r'name="number" value="([^"]+)"', page)[1]
        assert checker.post(address, {"number": number, "answer": answer}).status_code == 302
    assert "没有要你抽查的了" in checker.get(address).content.decode()
    page = checker.get(f"/office/digests/{digest.pk}/").content.decode()
    assert "人工认为 1 件归类不对：错误率的 95% 区间为 6.1 % 至 79.2 %" in page


def test_an_answer_sent_twice_is_said_and_one_without_meaning_refused(digest, sign_in):
    checker, address = sign_in("checker"), f"/office/digests/{digest.pk}/sample/"
    given = {"number": digest.numbers["sample"][0], "answer": "fits"}
    checker.post(address, given)
    assert "这件已有人抽查" in checker.post(address, given, follow=True).content.decode()
    assert checker.post(address, {**given, "answer": "maybe"}).status_code == 422
    assert Check.objects.count() == 1


def test_one_who_sorted_it_is_not_offered_it(here, sign_in):
    both = {"requests.read", "requests.accept", "insight.check"}
    here.checker = staff_member(here, "checker", "committee", both)
    appoint(here.checker)
    (only,) = messages(here, 1)
    perform(only.pk, Accept(), by=here.checker, at=AFTER)
    digest = frozen(here)
    checker, address = sign_in("checker"), f"/office/digests/{digest.pk}/sample/"
    assert "没有要你抽查的了" in checker.get(address).content.decode()
    assert checker.post(address, {"number": only.number, "answer": "fits"}).status_code == 403


def test_before_the_first_monday_it_says_what_will_stand_here(here, sign_in):
    assert "每周一清晨" in sign_in("desk").get("/office/digests/").content.decode()
    assert sign_in("other_handler").get("/office/digests/").status_code == 200
