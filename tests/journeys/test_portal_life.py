"""What a resident does after reporting: answers, reopens, reads who looked; what neighbours do with it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.domains.requests.lives import Life
from tests.portal.conftest import WORDS, drawn

from linli.domains.people.models import Account

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("portal")]


@pytest.fixture
def here(neighbourhood):
    return drawn(neighbourhood)


@pytest.fixture
def at_home(here, browse):
    """The resident with a phone, signed in."""
    return browse(Account.objects.get(pk=here.resident.account), width=390)


def test_a_question_is_answered(here, at_home, look):
    asked = Life(here, text=WORDS).info_requested().matter
    at_home.goto("/")
    at_home.get_by_role("link", name=re.compile("三号楼的电梯")).first.click()
    expect(at_home.locator("main")).to_contain_text("请问是哪一部电梯？")
    at_home.get_by_role("link", name="补充说明").click()
    at_home.locator("form.form button.main").click()
    expect(at_home.locator(".errors")).to_be_visible()
    look(at_home)
    at_home.get_by_label("你的补充").fill("左边那一部")
    at_home.locator("form.form button.main").click()
    expect(at_home.locator("main")).to_contain_text("左边那一部")
    look(at_home)
    asked.refresh_from_db()
    assert asked.state == "in_progress"


def test_what_was_closed_yesterday_is_opened_again(here, at_home, look, monkeypatch):
    monkeypatch.setattr("tests.domains.requests.lives.MONDAY", timezone.now() - timedelta(days=1))
    closed = Life(here, text=WORDS).closed().matter
    at_home.goto(f"/track/{closed.number}/")
    at_home.get_by_role("link", name="没解决，要求重办").click()
    at_home.locator("form.form textarea").first.fill("又坏了")
    look(at_home)
    at_home.locator("form.form button.main").click()
    expect(at_home.locator("main .badge").first).to_contain_text("重办")
    look(at_home)
    closed.refresh_from_db()
    assert closed.state == "reopened"


def test_whoever_opens_ones_words_stands_in_ones_own_list(here, at_home, look):
    number = Life(here, text=WORDS).matter.number
    at_home.goto("/mine/seen/")
    expect(at_home.locator(".opening")).to_have_count(0)
    at_home.goto(f"/track/{number}/")
    at_home.get_by_role("button", name="看不遮挡的原话").click()
    expect(at_home.locator("main")).to_contain_text("13800000002")
    at_home.goto("/mine/seen/")
    expect(at_home.locator(".opening")).to_have_count(1)
    expect(at_home.locator(".opening")).to_contain_text(number)
    look(at_home)


def test_a_neighbour_finds_it_on_the_map_and_says_me_too(here, browse, look):
    Life(here, text=WORDS, share=True).filed()
    page = browse(Account.objects.get(pk=here.neighbour.account), width=390)
    page.goto("/neighbours/")
    page.get_by_role("link", name="看地图").click()
    page.locator("svg a[aria-label^='柳荫社区']").click()
    look(page)
    page.locator(".line a").click()
    expect(page.locator("h1")).not_to_contain_text("13800000002")
    page.get_by_role("button", name="我也是").click()
    expect(page.locator("main")).to_contain_text("1 位邻居")
    look(page)


def test_a_visitor_is_asked_to_sign_in_before_saying_me_too(here, browse, look):
    number = Life(here, text=WORDS, share=True).filed().matter.number
    page = browse(width=390)
    page.goto(f"/neighbours/{number}/")
    page.get_by_role("button", name="我也是").click()
    expect(page).to_have_url(re.compile("/sign-in/"))
    look(page)
