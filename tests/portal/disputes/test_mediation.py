"""Mediation as its parties meet it: apply, read one's rights, agree, read and sign, keep a copy."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader
from tests.domains.requests.disputes.lives import PHONE, Talks
from tests.portal.conftest import Browser

from linli.domains.matters.models import Matter
from linli.domains.requests.disputes.lifecycle import disputant as party
from linli.domains.requests.disputes.lifecycle import sessions
from linli.kernel.vault import accesses

pytestmark = pytest.mark.django_db
APPLICATION = {"about": "water", "text": "楼上漏水泡了天花板", "other": "楼上502住户"}


@pytest.fixture
def talks(here) -> Talks:
    return Talks(here)


@pytest.fixture
def other(talks) -> Browser:
    return Browser(talks.other.account)


def own(part) -> str:
    return f"/track/{part.number}/"


def test_whoever_is_signed_in_applies_and_finds_it_among_their_own(resident, here):
    page = resident.send("/disputes/apply/", {**APPLICATION, "place": here.places["willow"].path})
    part = Matter.objects.get(kind="disputant")
    assert page.location == own(part)
    assert "待受理" in resident.read(own(part)).words
    assert own(part) in resident.read("/disputes/").links
    assert own(part) in resident.read("/mine/").links


def test_a_visitor_reads_their_rights_and_signs_in_to_apply(visitor):
    words = visitor.read("/disputes/").words
    assert "第二十三条" in words
    assert "sign-in" in visitor.read("/disputes/apply/", status=302).location


def test_what_is_missing_is_said_and_what_was_typed_is_kept(resident):
    page = resident.send("/disputes/apply/", {"text": "漏水"}, status=422)
    assert "请从列表里选一项" in page.words
    assert "漏水" in page.html
    assert not Matter.objects.exists()


def test_a_place_that_is_none_of_ours_is_refused(resident):
    resident.send("/disputes/apply/", {**APPLICATION, "place": "99."}, status=422)
    assert not Matter.objects.exists()


def test_the_other_party_signs_in_reads_their_rights_and_agrees(talks, other):
    talks.invited()
    home = other.read("/mine/")
    assert own(talks.second) in home.links
    asking = other.read(own(talks.second))
    assert "不得因调解而阻止你" in asking.words
    act = other.read(f"{own(talks.second)}agree/")
    assert "第二十三条" in act.words
    other.send(f"{own(talks.second)}agree/", {"version": talks.second.version}, status=422)
    given = {"read": "true", "version": talks.second.version}
    assert other.send(f"{own(talks.second)}agree/", given).location == own(talks.second)
    assert talks.second.state == "takes_part"


def test_who_declines_is_told_of_the_court(talks, other):
    talks.invited()
    other.send(f"{own(talks.second)}decline/", {"version": talks.second.version})
    assert "法院" in other.read(own(talks.second)).words


def test_neither_party_reads_the_others_page_nor_what_they_confided(talks, other, resident):
    talks.mediating()
    talks.does(party.Confide(text="我愿意让一步"), talks.here.resident, on=talks.first)
    assert "我愿意让一步" in resident.read(own(talks.first)).words
    shown = other.read(own(talks.second)).words
    assert "我愿意让一步" not in shown
    assert "楼上漏水泡了" not in shown
    for mine, theirs in ((other, talks.first), (resident, talks.second), (other, talks.dispute)):
        mine.read(own(theirs), status=404)
        mine.send(f"/disputes/{theirs.number}/agreement.pdf", status=404)


def test_both_read_the_minutes_and_the_draft_with_its_promises(talks, other, resident):
    talks.to_sign()
    for browser, part in ((resident, talks.first), (other, talks.second)):
        page = browser.read(own(part)).words
        assert "双方自愿达成如下协议" in page
        assert "修好水管并赔偿三百元" in page
        signing = browser.read(f"{own(part)}sign/").words
        assert "双方自愿达成如下协议" in signing
        assert "修好水管并赔偿三百元" in signing


def test_they_sign_on_screen_and_keep_a_copy(talks, other, resident):
    talks.to_sign()
    for browser, part in ((resident, talks.first), (other, talks.second)):
        browser.send(f"{own(part)}sign/", {"version": part.version}, status=422)
        browser.send(f"{own(part)}sign/", {"agreed": "true", "version": part.version})
    talks.dispute.refresh_from_db()
    assert talks.dispute.facts["signed"] == 2
    answer = other.post(f"/disputes/{talks.second.number}/agreement.pdf")
    found = "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert "双方自愿达成如下协议" in found
    assert "已在线签署" in found
    assert PHONE not in found
    assert "楼上漏水泡了" not in found
    assert accesses(talks.other.person)


def test_there_is_no_agreement_to_keep_before_there_is_one(talks, resident):
    talks.mediating()
    resident.send(f"/disputes/{talks.first.number}/agreement.pdf", status=409)


def test_the_thirty_days_for_the_court_stand_on_both_pages(talks, other, resident):
    talks.in_effect()
    for browser, part in ((resident, talks.first), (other, talks.second)):
        words = browser.read(own(part)).words
        assert "共同向法院申请司法确认" in words
        assert "申请司法确认" in words


def test_who_may_act_for_somebody_in_requests_decides_nothing_for_them_here(talks):
    from dataclasses import replace

    talks.invited()
    agent = replace(talks.here.neighbour, on_behalf_of=talks.here.resident.person)
    with pytest.raises(Exception, match="can be done by"):
        talks.does(party.Agree(read=True), agent, on=talks.first)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("state", ["applied", "invited", "mediating", "signed", "in_effect", "closed", "no_agreement"])
def test_the_page_opens_in_every_state(talks, resident, state, language):
    getattr(talks, state)()
    resident.read(own(talks.first), headers={"accept-language": language})
    resident.read("/", headers={"accept-language": language})


def test_when_and_where_the_next_session_is_stands_on_the_page(talks, resident):
    talks.mediating()
    day = talks.at.date() + timedelta(days=5)
    arranged = sessions.ArrangeSession(session_on=day, where="上午九点，社区调解室")
    talks.does(arranged, talks.mediator)
    page = resident.read(own(talks.first)).words
    assert "上午九点，社区调解室" in page
    assert "2026-03-07" in page or "3月7日" in page.replace(" ", "")


def test_minutes_taken_later_reach_the_page(talks, resident):
    talks.mediating()
    held = sessions.HoldSession(held_on=talks.at.date(), present="双方", minutes="双方各自陈述")
    talks.does(held, talks.mediator)
    assert "双方各自陈述" in resident.read(own(talks.first)).words
