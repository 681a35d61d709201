"""A dispute's page: the mediator works it, a unit that is a party sees its own part, nobody else sees it at all."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from pypdf import PdfReader
from tests.domains.requests.disputes.lives import PHONE, SHEET, Talks
from tests.neighbourhood import staff_member
from tests.staffed import NAME, appoint
from tests.staffed import PHONE as OWN_PHONE

from linli.domains.matters.models import Attachment, Matter, Text
from linli.domains.people.models import Account
from linli.domains.requests.disputes.lifecycle import disputant as party
from linli.domains.requests.disputes.lifecycle import dispute as life
from linli.domains.requests.disputes.lifecycle import sessions
from linli.kernel.vault import accesses

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES = tmp_path / "files"


@pytest.fixture
def talks(here):
    lived = Talks(here)
    appoint(lived.mediator)
    return lived


def browser(actor, language="zh-CN") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(Account.objects.get(pk=actor.account))
    return client


def page(client, matter, status=200) -> str:
    answer = client.get(f"/office/matters/{matter.number}/")
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


STATES = ["applied", "invited", "mediating", "to_sign", "signed", "in_effect", "missed", "closed", "no_agreement"]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("state", STATES)
def test_the_mediator_reads_it_in_every_state(talks, state, language):
    getattr(talks, state)()
    client = browser(talks.mediator, language)
    for matter in (talks.dispute, talks.first):
        assert talks.dispute.number in page(client, matter)


def test_the_mediator_takes_it_up_from_its_page(talks):
    client = browser(talks.mediator)
    shown = page(client, talks.dispute)
    assert "受理，征求双方意见" in shown
    assert "楼上漏水泡了我家天花板" in shown
    assert "楼上住户" in shown
    given = {"name": "李某某", "phone": PHONE, "version": talks.dispute.version}
    client.post(f"/office/matters/{talks.dispute.number}/acts/invite/", given)
    talks.dispute.refresh_from_db()
    assert talks.dispute.state == "invited"
    assert PHONE not in page(client, talks.dispute)


def test_a_partys_contact_opens_from_their_part_and_is_logged(talks):
    talks.invited()
    client = browser(talks.mediator)
    answer = client.post(f"/office/matters/{talks.first.number}/contact/", {"purpose": "mediate"})
    assert OWN_PHONE in answer.content.decode()
    assert {line.purpose.value for line in accesses(talks.first.opener_id)} == {"mediate"}
    assert accesses(talks.other.person) == []


@pytest.mark.parametrize("name", ["desk", "handler", "supervisor", "stranger"])
def test_nobody_else_finds_it(talks, sign_in, name):
    talks.mediating()
    for matter in (talks.dispute, talks.first, talks.second):
        page(sign_in(name), matter, status=404)
        assert (
            sign_in(name).post(f"/office/matters/{matter.number}/file.pdf", {"purpose": "mediate"}).status_code == 404
        )


@pytest.fixture
def manager(talks, here):
    """Somebody who takes part for the property company, the other party here."""
    talks.does(life.Invite(unit=here.units["property"]), talks.mediator)
    talks.does(party.Agree(read=True), here.resident, on=talks.first)
    actor = staff_member(here, "manager", "property", {"disputes.answer"})
    appoint(actor)
    talks.does(party.Agree(read=True), actor, on=talks.second)
    talks.does(party.Confide(text="我可以让一步"), here.resident, on=talks.first)
    talks.does(life.NoteToFile(note="申请人态度松动"), talks.mediator)
    held = sessions.HoldSession(held_on=talks.at.date(), present="双方", minutes="双方各自陈述了漏水经过")
    talks.does(held, talks.mediator)
    return actor


def test_a_unit_that_is_a_party_reads_its_own_part_and_what_both_are_told(talks, manager):
    client = browser(manager)
    shown = page(client, talks.second)
    assert "双方各自陈述了漏水经过" in shown
    for unread in ("我可以让一步", "申请人态度松动", "楼上漏水泡了", talks.first.number, "PDF"):
        assert unread not in shown
    for matter in (talks.dispute, talks.first):
        page(client, matter, status=404)


def test_a_unit_opens_no_word_but_what_both_are_told(talks, manager):
    client = browser(manager)
    opened = {}
    for text in Text.objects.filter(matter__in=[talks.dispute, talks.first]):
        answer = client.post(f"/office/matters/{talks.second.number}/texts/{text.pk}/", {"purpose": "mediate"})
        opened[text.field] = answer.status_code
    assert {field for field, status in opened.items() if status == 200} == {"present", "minutes"}


def test_a_unit_opens_no_photo_kept_for_mediators(talks, manager):
    talks.does(life.NoteToFile(note="现场情况"), talks.mediator, files=(SHEET,))
    photo = Attachment.objects.get(matter=talks.dispute)
    answer = browser(manager).post(f"/office/matters/{talks.second.number}/files/{photo.pk}/", {"purpose": "mediate"})
    assert answer.status_code == 403


def test_the_file_holds_everything_entered_and_every_opening_is_logged(talks, here):
    talks.mediating()
    talks.does(life.RecordFacts(facts="楼上水管老化渗漏"), talks.mediator)
    held = sessions.HoldSession(held_on=talks.at.date(), present="双方当事人到场", minutes="第一次调解的笔录")
    talks.does(held, talks.mediator)
    promised = life.AddPromise(owing="respondent", promise="更换水管并刷墙", due="2026-04-01")
    talks.does(promised, talks.mediator).does(life.DraftAgreement(agreement="双方自愿和解"), talks.mediator)
    talks.does(party.Sign(agreed=True), here.resident, on=talks.first)
    talks.does(party.Sign(agreed=True), talks.other, on=talks.second).does(life.SignAsMediator(), talks.mediator)
    answer = browser(talks.mediator).post(f"/office/matters/{talks.dispute.number}/file.pdf", {"purpose": "mediate"})
    assert answer["Content-Type"] == "application/pdf"
    found = "".join("".join(one.extract_text().split()) for one in PdfReader(io.BytesIO(answer.content)).pages)
    for words in (
        talks.dispute.number, NAME, OWN_PHONE, "李某某", "楼上漏水泡了我家天花板", "权利义务告知书", "楼上水管老化渗漏",
        "双方当事人到场", "第一次调解的笔录", "双方自愿和解", "更换水管并刷墙", "2026年4月1日", "已在线签署",
    ):  # fmt: skip
        assert words in found
    for person in (talks.first.opener_id, talks.other.person):
        assert "mediate" in {line.purpose.value for line in accesses(person)}


def test_the_file_opens_for_no_purpose_left_unsaid(talks):
    talks.mediating()
    answer = browser(talks.mediator).post(f"/office/matters/{talks.dispute.number}/file.pdf", {})
    assert answer.status_code == 422
    assert accesses(Matter.objects.get(pk=talks.first.pk).opener_id) == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("state", STATES)
def test_there_is_a_file_in_every_state(talks, state, language):
    getattr(talks, state)()
    client = browser(talks.mediator, language)
    answer = client.post(f"/office/matters/{talks.dispute.number}/file.pdf", {"purpose": "mediate"})
    assert answer.content.startswith(b"%PDF")


def pdf_words(answer) -> str:
    assert answer["Content-Type"] == "application/pdf", answer.content.decode()
    return "".join("".join(one.extract_text().split()) for one in PdfReader(io.BytesIO(answer.content)).pages)


def agreed(talks, manager, here):
    promise = life.AddPromise(owing="respondent", promise="更换水管并刷墙", due="2026-04-01")
    talks.does(promise, talks.mediator).does(life.DraftAgreement(agreement="双方自愿和解"), talks.mediator)
    talks.does(party.Sign(agreed=True), here.resident, on=talks.first)
    return talks.does(party.Sign(agreed=True), manager, on=talks.second)


def test_a_unit_that_is_a_party_takes_its_agreement_as_a_pdf(talks, manager, here):
    agreed(talks, manager, here)
    address = f"/office/matters/{talks.second.number}/agreement.pdf"
    assert f'action="{address}"' in page(browser(manager), talks.second)
    found = pdf_words(browser(manager).post(address, {"purpose": "mediate"}))
    for words in ("双方自愿和解", "更换水管并刷墙", "2026年4月1日", "柳荫物业", NAME):
        assert words in found
    for unread in (OWN_PHONE, "我可以让一步", "申请人态度松动", "楼上漏水泡了"):
        assert unread not in found
    assert "mediate" in {line.purpose.value for line in accesses(talks.first.opener_id)}


def test_the_mediator_takes_the_agreement_alone_to_be_signed(talks, manager, here):
    agreed(talks, manager, here)
    address = f"/office/matters/{talks.dispute.number}/agreement.pdf"
    assert "双方自愿和解" in pdf_words(browser(talks.mediator).post(address, {"purpose": "mediate"}))


def test_nobody_takes_an_agreement_that_is_not_theirs(talks, manager, here, sign_in):
    agreed(talks, manager, here)
    for matter in (talks.dispute, talks.first):
        address = f"/office/matters/{matter.number}/agreement.pdf"
        assert browser(manager).post(address, {"purpose": "mediate"}).status_code == 404
    for name in ("desk", "handler", "stranger"):
        address = f"/office/matters/{talks.second.number}/agreement.pdf"
        assert sign_in(name).post(address, {"purpose": "mediate"}).status_code == 404


def test_before_there_is_an_agreement_none_is_printed(talks, manager):
    assert "agreement.pdf" not in page(browser(manager), talks.second)
    address = f"/office/matters/{talks.second.number}/agreement.pdf"
    answer = browser(manager).post(address, {"purpose": "mediate"})
    assert "还没有协议" in answer.content.decode()


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_promise_to_check_stands_on_today_and_in_the_worklist(talks, language):
    talks.in_effect()
    for address in ("/office/", "/office/worklist/"):
        shown = browser(talks.mediator, language).get(address).content.decode()
        assert talks.promise.number in shown
        assert ("登记已履行" if language == "zh-CN" else "It was kept") in shown
        assert 'href="/office/worklist/"' in shown
