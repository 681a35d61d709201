"""Residents come in by phone and code, go where they wanted, see their sessions and leave no trace."""

import re

import pytest
from django.test import Client

from linli.domains.people.models import Account
from linli.domains.people.signin.models import Challenge, Limit, LogLine, Session
from linli.domains.people.signin.vocabulary import Happening

from .conftest import PHONE, come_in

MINE = "/sign-in/mine/"


def signed_in(browser) -> bool:
    return browser.get(MINE).status_code == 200


def test_a_code_signs_in_and_goes_on_to_where_one_wanted(browser, ask):
    code = ask(next="/mine/?tab=1")
    answer = browser.post("/sign-in/code/", {"code": code})
    assert (answer.status_code, answer["location"]) == (302, "/mine/?tab=1")
    assert signed_in(browser)


@pytest.mark.parametrize(
    "there", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "http:evil"]
)
def test_nobody_is_sent_to_another_site(sign_in, there):
    assert sign_in(next=there) == "/"


def test_known_and_unknown_phones_get_the_same_answers(browser, sign_in):
    sign_in()
    known, unknown = Client(), Client()
    pages = []
    for visitor, phone in ((known, "13800000001"), (unknown, "13800000002")):
        Limit.objects.all().delete()
        first = visitor.post("/sign-in/", {"phone": phone})
        page = visitor.get("/sign-in/code/").content.decode()
        wrong = visitor.post("/sign-in/code/", {"code": "0"})
        told = re.sub(r'138 \*\*\*\* \d+|value="[^"]{20,}"|X-CSRFToken": "\w+', "", page + wrong.content.decode())
        pages.append((first.status_code, first["location"], wrong.status_code, told))
    assert pages[0] == pages[1]


def test_a_wrong_number_is_shown_beside_its_field(browser):
    answer = browser.post("/sign-in/", {"phone": "123"})
    assert answer.status_code == 422
    assert "请输入 11 位手机号" in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()


def test_too_many_codes_are_refused_with_a_time(browser, ask):
    ask()
    answer = browser.post("/sign-in/", {"phone": PHONE})
    assert answer.status_code == 429
    assert "操作过于频繁" in answer.content.decode()


def test_a_wrong_code_stays_on_the_page(browser, ask):
    code = ask()
    answer = browser.post("/sign-in/code/", {"code": f"{(int(code) + 1) % 10**6:06}"})
    assert answer.status_code == 422
    assert "还可以再试 4 次" in answer.content.decode()
    assert not signed_in(browser)


def test_a_code_works_only_in_the_browser_that_asked(browser, ask):
    code = ask()
    other = Client()
    assert other.post("/sign-in/code/", {"code": code})["location"] == "/sign-in/"
    assert not signed_in(other)


def test_another_code_goes_to_the_same_phone(browser, ask):

    ask()
    Limit.objects.all().delete()
    browser.post("/sign-in/code/again/")
    assert len(set(Challenge.objects.values_list("phone_mark", flat=True))) == 1
    assert Challenge.objects.count() == 2


def test_the_phone_stands_in_no_page_address_or_session(browser, ask):
    ask()
    page = browser.get("/sign-in/code/").content.decode()
    assert PHONE not in page
    assert "138 **** 0001" in page
    session = Session.objects.get()
    assert PHONE not in str(session.get_decoded())
    assert all(PHONE not in str(line.__dict__) for line in LogLine.objects.all())


def test_outside_the_demo_no_page_shows_a_code(browser, ask, settings):
    code = ask()
    assert code not in browser.get("/sign-in/code/").content.decode()
    settings.DEMO = True
    assert code in browser.get("/sign-in/code/").content.decode()


def test_a_session_planted_before_signing_in_is_worth_nothing_after(browser, ask):
    code = ask()
    planted = browser.cookies["sessionid"].value
    browser.post("/sign-in/code/", {"code": code})
    assert browser.cookies["sessionid"].value != planted
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert not signed_in(thief)


def test_a_late_answer_to_a_former_cookie_does_not_sign_anyone_out(browser, ask):
    code = ask()
    former = browser.cookies["sessionid"].value
    browser.post("/sign-in/code/", {"code": code})
    slow = Client()
    slow.cookies["sessionid"] = former
    assert "sessionid" not in slow.get("/sign-in/").cookies


def test_a_remembered_device_stays_and_another_does_not(browser, sign_in):
    sign_in(kept="on")
    assert Session.objects.get(account__isnull=False).kept
    assert browser.cookies["sessionid"]["max-age"] == 30 * 24 * 3600
    other = Client()

    come_in(other, "13800000002")
    assert other.cookies["sessionid"]["max-age"] == 12 * 3600


def test_one_sees_ones_sessions_and_ends_another(browser, sign_in):
    sign_in()
    account = Account.objects.get()
    other = Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0)"})

    come_in(other, PHONE)
    assert signed_in(other)
    page = browser.get(MINE).content.decode()
    assert "手机" in page
    assert "电脑" in page
    there = Session.objects.get(account=account.id, device="computer")
    browser.post(f"/sign-in/mine/sessions/{there.id}/")
    assert not signed_in(other)
    assert signed_in(browser)
    assert LogLine.objects.filter(happening=Happening.REVOKED, account=account.id).exists()


def test_nobody_ends_anothers_session(browser, sign_in):
    sign_in()
    mine = Session.objects.get(account__isnull=False)
    stranger = Client()

    come_in(stranger, "13800000002")
    assert stranger.post(f"/sign-in/mine/sessions/{mine.id}/").status_code == 404
    assert signed_in(browser)


def test_signing_out_leaves_nothing(browser, sign_in):
    sign_in()
    browser.post("/sign-in/out/")
    assert not Session.objects.filter(account__isnull=False).exists()
    assert not signed_in(browser)


def test_own_pages_lead_to_the_sign_in_and_back(browser):
    assert browser.get(MINE)["location"] == "/sign-in/?next=%2Fsign-in%2Fmine%2F"
    assert browser.get(MINE, headers={"HX-Request": "true"})["HX-Redirect"] == "/sign-in/"


def test_forms_of_other_sites_are_refused(db):
    strict = Client(enforce_csrf_checks=True)
    for address in ("/sign-in/", "/sign-in/code/", "/sign-in/code/again/", "/sign-in/out/", "/sign-in/passkey/ask/"):
        assert strict.post(address, {"phone": PHONE}).status_code == 403


def test_pages_of_signing_in_are_kept_by_nobody(browser, ask):
    ask()
    for address in ("/sign-in/", "/sign-in/code/"):
        assert "no-store" in browser.get(address)["cache-control"]


def test_nothing_foreign_or_inline_may_run(browser):
    answer = browser.get("/sign-in/")
    policy = answer["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert answer["x-frame-options"] == "DENY"
    assert answer["x-content-type-options"] == "nosniff"
    assert answer["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(("language", "heading"), [("zh-CN", "用手机号登录"), ("en", "Sign in with your mobile")])
def test_both_languages_are_complete(db, language, heading):
    browser = Client(headers={"accept-language": language})
    page = browser.get("/sign-in/").content.decode()
    assert heading in page
    if language == "en":
        assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"<button[^>]*lang=.*?</button>", "", page, flags=re.S))


def test_a_page_of_ones_own_costs_a_constant_number_of_statements(browser, sign_in, django_assert_max_num_queries):
    sign_in()
    with django_assert_max_num_queries(9):
        browser.get(MINE)
