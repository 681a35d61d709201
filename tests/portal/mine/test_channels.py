"""How news reaches somebody: each way on and off with one tap, an address confirmed, notices stopped from a letter."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from tests.neighbourhood import MONDAY

from linli.domains.delivery.actions import Letter, agree_to, send_many
from linli.domains.delivery.channels import Channel
from linli.domains.delivery.confirming import MOST
from linli.domains.delivery.jobs import empty_outbox
from linli.domains.delivery.models import Contact, Message, Sending
from linli.domains.delivery.queries import channels_of
from linli.domains.delivery.reach.queries import is_muted
from linli.domains.delivery.stopping import stop_link
from linli.domains.people.actions import change_contact
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Person
from linli.kernel.ids import new_id

pytestmark = pytest.mark.django_db
PAGE = "/mine/channels/"


@pytest.fixture
def person(here):
    return here.resident.person


def link_sent() -> str:
    """The path that the newest e-mail leads to."""
    empty_outbox()
    return re.search(r"http://[^/]+(/mine/channels/email/\S+)", mail.outbox[-1].body)[1]


def confirmed(browser, address="lin@linli.example"):
    browser.send(f"{PAGE}email/", {"email": address})
    browser.send(link_sent())


def test_every_way_and_every_kind_of_letter_is_said(resident):
    words = resident.read(PAGE).words
    for said in ("站内消息", "短信", "电子邮件", "微信", "与你家有关的公告", "紧急通知", "21:30 至次日 08:00"):
        assert said in words
    assert PAGE in resident.read("/mine/").links


@pytest.fixture
def phone(person):
    change_contact(person=person, phone="13800000001", by=SYSTEM, at=MONDAY)


@pytest.mark.usefixtures("phone")
def test_text_messages_are_agreed_to_and_taken_back_with_one_tap(resident, person):
    assert channels_of(person) == []
    resident.send(f"{PAGE}sms/")
    assert channels_of(person) == [Channel.SMS]
    assert "关闭短信" in resident.read(PAGE).words
    resident.send(f"{PAGE}end/sms/")
    resident.send(f"{PAGE}end/sms/")
    assert channels_of(person) == []


def test_without_a_number_the_way_to_the_desk_is_said(resident, person):
    resident.send(f"{PAGE}sms/")
    assert "请到社区登记" in resident.read(PAGE).words
    assert channels_of(person) == []


@pytest.mark.usefixtures("phone")
def test_a_channel_that_is_none_ends_nothing(resident, person):
    resident.send(f"{PAGE}sms/")
    resident.send(f"{PAGE}end/pigeon/")
    assert channels_of(person) == [Channel.SMS]


def test_an_address_is_written_to_once_it_is_confirmed(resident, person):
    resident.send(f"{PAGE}email/", {"email": "lin@linli.example"})
    assert channels_of(person) == []
    link = link_sent()
    assert mail.outbox[-1].to == ["lin@linli.example"]
    resident.read(link)
    assert channels_of(person) == []
    resident.send(link)
    assert channels_of(person) == [Channel.EMAIL]
    assert Contact.objects.get().address == Person.objects.get(pk=person).email_ref


def test_the_address_that_is_kept_needs_no_typing(resident, person):
    confirmed(resident)
    resident.send(f"{PAGE}end/email/")
    resident.send(f"{PAGE}email/", {"email": ""})
    resident.send(link_sent())
    assert channels_of(person) == [Channel.EMAIL]


@pytest.mark.parametrize("typed", ["", "no address", "x@y", "a@b.cn\nBcc: c@d.cn"], ids=["none", "words", "x", "two"])
def test_what_is_no_address_is_refused_beside_its_field(resident, person, typed):
    page = resident.send(f"{PAGE}email/", {"email": typed}, status=422)
    assert "邮箱" in page.words
    assert Message.objects.filter(template="channels.confirm").count() == 0


def test_the_link_is_in_no_inbox(resident):
    resident.send(f"{PAGE}email/", {"email": "lin@linli.example"})
    assert "请在一天内打开链接" not in resident.read("/mine/inbox/").words


def test_anothers_link_an_older_ones_and_a_forged_one_confirm_nothing(resident, neighbour, here, person):
    resident.send(f"{PAGE}email/", {"email": "lin@linli.example"})
    link = link_sent()
    neighbour.send(link, status=409)
    resident.send(f"{PAGE}email/", {"email": "other@linli.example"})
    resident.send(link, status=409)
    assert "这个链接已失效" in resident.send(f"{PAGE}email/x:y:z/", status=409).words
    assert [*channels_of(person), *channels_of(here.neighbour.person)] == []


def test_nobodys_mailbox_is_filled(resident):
    for _ in range(MOST):
        resident.send(f"{PAGE}email/", {"email": "lin@linli.example"})
    resident.send(f"{PAGE}email/", {"email": "lin@linli.example"}, status=429)
    assert Message.objects.filter(template="channels.confirm").count() == MOST


def test_mail_that_came_back_is_said(resident, person):
    confirmed(resident)
    Contact.objects.update(ended_at=timezone.now(), failed_at=timezone.now())
    assert "邮件被退回" in resident.read(PAGE).words
    confirmed(resident)
    assert "邮件被退回" not in resident.read(PAGE).words


def test_notices_are_turned_off_and_on(resident, person):
    resident.send(f"{PAGE}notices/")
    assert is_muted(person)
    resident.send(f"{PAGE}notices/", {"on": "1"})
    assert not is_muted(person)


@pytest.fixture
def token(person) -> str:
    """That of a letter of a mailing."""
    agree_to(Channel.EMAIL, recipient=person, address=new_id(), at=timezone.now())
    given = {"number": "GG26-000001", "title": "停水"}
    send_many([Letter(template="notice.out", key="k", at=timezone.now(), params=given, to_person=person)])
    Sending.objects.update(quiet=True)
    return stop_link(Sending.objects.get()).rstrip("/").rpartition("/")[2]


def test_looking_at_a_letters_link_turns_nothing_off_and_names_nobody(visitor, person, token):
    page = visitor.read(f"/mine/stop/{token}/")
    assert "停水" not in page.words
    assert not is_muted(person)


def test_one_click_of_a_mail_program_turns_notices_off_without_signing_in(person, token):
    program = Client(enforce_csrf_checks=True)
    answer = program.post(f"/mine/stop/{token}/", {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, is_muted(person)) == (200, True)
    assert answer.cookies.get("sessionid") is None


def test_a_link_of_no_letter_says_what_to_do(visitor, token):
    assert "消息怎么通知我" in visitor.read(f"/mine/stop/{token[:-2]}AA/", status=404).words
    visitor.send(f"/mine/stop/{'x' * 500}/", status=404)
