"""Whoever tries too often is told when to come back; honest neighbours behind the same address are not locked out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from tests.portal.conftest import WORDS, Browser, drawn
from tests.staffed import here

from linli.domains.matters.models import Matter
from linli.domains.people.models import Account
from linli.domains.people.signin import device_cookie
from linli.domains.people.signin.models import Limit
from linli.domains.people.signin.passwords import set_password

__all__ = ["here"]
MANY = 70
HOUR = 3600


@pytest.fixture(autouse=True)
def own_vault(tmp_path, settings):
    settings.KEYS, settings.HOME = tmp_path / "keys", tmp_path


@pytest.fixture
def town(here):
    return drawn(here)


def until_refused(send, most=MANY):
    """The first answer that asks to wait."""
    for _ in range(most):
        if (answer := send()).status_code == 429:
            return answer
    pytest.fail(f"{most} tries and no limit")


def asks_to_wait(answer, longest):
    assert "频繁" in answer.content.decode()
    assert "后再试" in answer.content.decode()
    assert 0 < int(answer["Retry-After"]) <= longest


def file(browser, town):
    for page, given in (
        ("", {"text": WORDS}),
        ("where/", {"place": town.places["building"].path}),
        ("about/", {"category": "home.lift"}),
        ("you/", {}),
    ):
        assert browser.post(f"/report/{page}", given).status_code == 302
    return browser.post("/report/check/")


def staff(name, password="wrong", browser=None):  # noqa: S107 - it is wrong
    browser = browser or Client(headers={"accept-language": "zh-CN"})
    return browser.post("/office/sign-in/", {"username": name, "password": password})


def hours_pass(count):
    """Every try that is remembered was made so much earlier."""
    for limit in Limit.objects.all():
        limit.hits = [hit - timedelta(hours=count) for hit in limit.hits]
        limit.save()


def known(account):
    """A browser from which somebody signed in before."""
    browser = Browser()
    answer = Client().get("/")
    device_cookie.remember(answer.wsgi_request, answer, account)
    browser.cookies[device_cookie.NAME] = answer.cookies[device_cookie.NAME].value
    return browser


def test_a_code_is_not_sent_to_one_phone_again_and_again(town):
    asks_to_wait(until_refused(lambda: Browser().post("/sign-in/", {"phone": "13800000009"})), 30)


def test_one_network_asks_for_no_more_codes_than_its_households_need(town):
    phones = iter(range(13900000000, 13900000000 + MANY))
    asks_to_wait(until_refused(lambda: Browser().post("/sign-in/", {"phone": str(next(phones))})), HOUR)


def test_a_staff_password_is_not_guessed_on(town):
    asks_to_wait(until_refused(lambda: staff("desk"), most=6), HOUR / 2)


def test_one_network_does_not_try_name_after_name(town):
    names = iter(range(MANY))
    asks_to_wait(until_refused(lambda: staff(f"name{next(names)}")), HOUR)


def test_tracking_codes_are_not_guessed_on(town):
    asks_to_wait(until_refused(lambda: Browser().post("/track/", {"code": "7K3F-9QXM-2TBW"}), most=21), HOUR)


def test_reports_without_an_account_have_a_limit(town):
    asks_to_wait(until_refused(lambda: file(Browser(), town), most=11), HOUR)
    assert Matter.objects.count() == 10


def test_where_a_stranger_filed_too_much_neighbours_still_file(town):
    until_refused(lambda: file(Browser(), town), most=11)
    assert file(Browser(town.neighbour.account), town).status_code == 302
    assert file(known(town.neighbour.account), town).status_code == 302
    assert file(Browser(), town).status_code == 429
    hours_pass(1)
    assert file(Browser(), town).status_code == 302


def test_where_a_stranger_guessed_names_staff_still_come_in_from_their_own_browsers(town):
    desk = Account.objects.get(pk=town.desk.account)
    set_password(desk, "a long enough one", at=desk.opened_at)
    names = iter(range(MANY))
    until_refused(lambda: staff(f"name{next(names)}"))
    until_refused(lambda: staff("desk", browser=Browser()), most=6)
    assert staff("desk", "a long enough one").status_code == 429
    assert staff("desk", "a long enough one", known(desk.pk)).status_code == 302
    hours_pass(1)
    assert staff("desk", "a long enough one").status_code == 302


def test_the_wait_of_one_request_is_not_told_to_the_next(town):
    until_refused(lambda: staff("desk"), most=6)
    assert "Retry-After" not in Browser().get("/")
