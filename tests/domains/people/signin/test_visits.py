"""Where an attempt comes from: the right address behind proxies, prefixes only, devices by kind."""

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from linli.domains.people.signin import device_cookie
from linli.domains.people.signin.visits import (
    client_address,
    device_kind,
    limited_network,
    shown_network,
    visit_of,
)
from linli.domains.people.signin.vocabulary import Device


def request(address="192.0.2.77", *, forwarded="", agent="", cookies=None):
    made = RequestFactory().get("/", REMOTE_ADDR=address, headers={"user-agent": agent, "x-forwarded-for": forwarded})
    made.COOKIES.update(cookies or {})
    return made


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "192.0.2.77"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9", "198.51.100.1"),
        (2, "203.0.113.9", "192.0.2.77"),
        (1, "", "192.0.2.77"),
    ],
)
def test_only_our_own_proxies_are_believed(settings, proxies, forwarded, expected):
    settings.TRUSTED_PROXIES = proxies
    assert client_address(request(forwarded=forwarded)) == expected


def test_limits_count_a_line_and_the_log_keeps_a_prefix():
    assert (limited_network("192.0.2.77"), shown_network("192.0.2.77")) == ("192.0.2.77/32", "192.0.2.0/24")
    assert limited_network("2001:db8:1:2:3::4") == "2001:db8:1:2::/64"
    assert shown_network("2001:db8:1:2:3::4") == "2001:db8:1::/48"
    assert limited_network("not an address") == ""


@pytest.mark.parametrize(
    ("agent", "kind"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Mobile/15E148 MicroMessenger/8.0", Device.WECHAT),
        ("Mozilla/5.0 (Linux; Android 12; K) Chrome/120 Mobile Safari/537.36", Device.PHONE),
        ("Mozilla/5.0 (Linux; Android 12; SM-T500) Chrome/120 Safari/537.36", Device.TABLET),
        ("Mozilla/5.0 (iPad; CPU OS 17_0) Mobile/15E148", Device.TABLET),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", Device.COMPUTER),
        ("curl/8", Device.OTHER),
    ],
)
def test_devices_are_told_by_kind(agent, kind):
    assert device_kind(agent) == kind


def test_a_known_browser_is_counted_by_itself_wherever_it_is():
    account, response = uuid4(), HttpResponse()
    device_cookie.remember(request(), response, account)
    cookies = {device_cookie.NAME: response.cookies[device_cookie.NAME].value}
    home, away, stranger = (
        visit_of(request("192.0.2.1", cookies=cookies)),
        visit_of(request("198.51.100.1", cookies=cookies)),
        visit_of(request("192.0.2.1")),
    )
    assert home.mark == away.mark != stranger.mark
    assert home.trusted_for == {account}
    assert stranger.trusted_for == frozenset()


def test_a_shared_browser_remembers_the_last_five_accounts():
    accounts, cookies = [uuid4() for _ in range(7)], {}
    for account in accounts:
        response = HttpResponse()
        device_cookie.remember(request(cookies=cookies), response, account)
        cookies = {device_cookie.NAME: response.cookies[device_cookie.NAME].value}
    assert device_cookie.read(request(cookies=cookies)).accounts == tuple(reversed(accounts[2:]))


@pytest.mark.parametrize("forged", ["", "x", "WyJhIl0:x:y", "a" * 5000])
def test_a_forged_cookie_is_no_cookie(forged):
    assert device_cookie.read(request(cookies={device_cookie.NAME: forged})) is None


def test_the_cookie_is_out_of_reach_of_scripts(settings):
    settings.SECURE = True
    response = HttpResponse()
    device_cookie.remember(request(), response, uuid4())
    cookie = response.cookies[device_cookie.NAME]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")
