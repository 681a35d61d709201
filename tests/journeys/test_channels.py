"""A resident chooses how news reaches them, confirms an address from a letter, and stops notices from another."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect
from tests.portal.conftest import drawn

from linli.domains.delivery.actions import Letter, send_many
from linli.domains.delivery.jobs import empty_outbox
from linli.domains.delivery.models import Sending
from linli.domains.delivery.stopping import stop_link
from linli.domains.people.models import Account

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("portal")]


@pytest.fixture
def here(neighbourhood):
    return drawn(neighbourhood)


def address_in_mail(part: str) -> str:
    """The path of the newest e-mail's link that begins so."""
    empty_outbox()
    return re.search(rf"https?://[^/]+({part}\S+)", mail.outbox[-1].body)[1]


def test_an_address_is_confirmed_and_notices_are_stopped_from_a_letter(here, browse, look):
    page = browse(Account.objects.get(pk=here.resident.account), width=390)
    page.goto("/mine/")
    page.get_by_role("link", name="消息怎么通知我").click()
    page.get_by_label("电子邮箱").fill("no address")
    page.get_by_role("button", name="发送确认链接").click()
    expect(page.locator(".errors")).to_be_visible()
    look(page)
    page.get_by_label("电子邮箱").fill("lin@linli.example")
    page.get_by_role("button", name="发送确认链接").click()
    expect(page.locator("main")).to_contain_text("确认链接正发往这个邮箱")
    page.goto(address_in_mail("/mine/channels/email/"))
    look(page)
    page.get_by_role("button", name="把消息发到这个邮箱").click()
    expect(page.get_by_role("button", name="关闭邮件")).to_be_visible()
    given = {"number": "GG26-000001", "title": "停水"}
    send_many([Letter(template="notice.out", key="k", at=timezone.now(), params=given, to_person=here.resident.person)])
    Sending.objects.update(quiet=True)
    stranger = browse(width=390)
    stranger.goto(urlsplit(stop_link(Sending.objects.get(message__key="k"))).path)
    look(stranger)
    stranger.get_by_role("button", name="不再给我推送公告").click()
    expect(stranger.locator("main")).to_contain_text("好了，公告不再推送给你")
    look(stranger)
    page.reload()
    expect(page.get_by_role("button", name="恢复推送")).to_be_visible()
    look(page)
