"""Staff come in by two factors only, set them up at first, are signed out when idle, and see what was done."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.domains.people.signin.browser_key import BrowserKey

from linli.domains.people.models import Account
from linli.domains.people.signin import actions, totp
from linli.domains.people.signin.models import AuthenticatorApp, LogLine, Passkey, RecoveryCode, Session
from linli.domains.people.signin.vocabulary import Happening

from .conftest import PASSWORD, code, come_in

DOOR, SECOND, MINE = "/office/sign-in/", "/office/sign-in/second/", "/office/sign-in/mine/"


def signed_in(browser: Client) -> bool:
    return browser.get(MINE).status_code == 200


def test_both_factors_lead_in_and_on(browser, staff):
    assert come_in(browser) == MINE
    assert signed_in(browser)
    assert LogLine.objects.filter(happening=Happening.SIGNED_IN, account=staff.id).count() == 1


def test_the_password_alone_opens_nothing(browser, staff):
    answer = browser.post(DOOR, {"username": "lin.desk", "password": PASSWORD})
    assert answer["location"] == SECOND
    assert not signed_in(browser)


def test_the_second_step_without_the_first_leads_back(browser, staff):
    assert browser.get(SECOND)["location"] == DOOR
    assert browser.post(SECOND, {"code": code()})["location"] == DOOR
    assert browser.get("/office/sign-in/enrol/")["location"] == DOOR
    assert browser.get("/office/sign-in/new-password/")["location"] == DOOR


def test_the_second_step_waits_ten_minutes(browser, staff, monkeypatch):
    browser.post(DOOR, {"username": "lin.desk", "password": PASSWORD})
    late = timezone.now() + timedelta(minutes=11)
    monkeypatch.setattr("linli.office.signin.steps.timezone.now", lambda: late)
    assert browser.post(SECOND, {"code": code(at=late)})["location"] == DOOR


def test_a_wrong_password_and_an_unknown_name_get_the_same_page(browser, staff):
    pages = []
    for username in ("lin.desk", "nobody.here"):
        answer = Client().post(DOOR, {"username": username, "password": "wrong"})
        told = answer.content.decode().replace(username, "")
        pages.append((answer.status_code, re.sub(r'value="[^"]{20,}"|X-CSRFToken": "\w+', "", told)))
    assert pages[0] == pages[1]
    assert pages[0][0] == 422


def test_five_wrong_passwords_lock_with_a_time(browser, staff):
    for _ in range(5):
        browser.post(DOOR, {"username": "lin.desk", "password": "wrong"})
    answer = browser.post(DOOR, {"username": "lin.desk", "password": PASSWORD})
    assert answer.status_code == 429
    assert "操作过于频繁" in answer.content.decode()


def test_no_page_repeats_a_password(browser, staff):
    assert (
        "wrong-but-mine"
        not in browser.post(DOOR, {"username": "lin.desk", "password": "wrong-but-mine"}).content.decode()
    )


def test_a_first_sign_in_sets_up_everything(browser, hire):
    new = hire("wang.new", "community_worker", app=False, temporary=True)
    answer = browser.post(DOOR, {"username": "wang.new", "password": PASSWORD, "next": MINE})
    assert answer["location"] == "/office/sign-in/enrol/"
    page = browser.get("/office/sign-in/enrol/").content.decode()
    secret = re.search(r'class="number">([A-Z2-7 ]{39})<', page)[1].replace(" ", "")
    assert "<svg" in page
    shown = browser.post("/office/sign-in/enrol/", {"code": totp.current_code(secret, at=timezone.now())})
    codes = re.findall(r"<li>([A-Z2-9]{5}-[A-Z2-9]{5})</li>", shown.content.decode())
    assert len(codes) == 10
    assert 'href="/office/sign-in/new-password/"' in shown.content.decode()
    assert not signed_in(browser)
    own = {"password": "spring lane gate 7", "repeated": "spring lane gate 7"}
    assert browser.post("/office/sign-in/new-password/", own)["location"] == MINE
    assert signed_in(browser)
    assert Account.objects.get(id=new.id).check_password("spring lane gate 7")


def test_the_secret_on_offer_stays_over_reloads_and_in_no_session_in_clear(browser, hire):
    hire("wang.new", "community_worker", app=False)
    browser.post(DOOR, {"username": "wang.new", "password": PASSWORD})
    found = {
        re.search(r'class="number">([A-Z2-7 ]{39})<', browser.get("/office/sign-in/enrol/").content.decode())[1]
        for _ in range(2)
    }
    assert len(found) == 1
    assert found.pop().replace(" ", "") not in str([row.get_decoded() for row in Session.objects.all()])


def test_someone_enrolled_cannot_enrol_again_with_the_password_alone(browser, staff):
    browser.post(DOOR, {"username": "lin.desk", "password": PASSWORD})
    assert browser.get("/office/sign-in/enrol/")["location"] == SECOND
    assert browser.post("/office/sign-in/enrol/passkey/", {"answer": "{}"})["location"] == SECOND
    assert browser.post("/office/sign-in/enrol/", {"code": "000000"})["location"] == SECOND


def test_a_passkey_is_set_up_and_used_as_second_factor(hire):
    browser = Client(headers={"host": "localhost:8000"})
    hire("wang.new", "community_worker", app=False)
    key = BrowserKey("http://localhost:8000")
    browser.post(DOOR, {"username": "wang.new", "password": PASSWORD, "next": MINE})
    asked = browser.post("/office/sign-in/enrol/passkey/ask/").content.decode()
    assert "备用码" in browser.post("/office/sign-in/enrol/passkey/", {"answer": key.create(asked)}).content.decode()
    browser.post("/office/sign-in/out/")
    browser.post(DOOR, {"username": "wang.new", "password": PASSWORD, "next": MINE})
    asked = browser.post("/office/sign-in/second/passkey/ask/").content.decode()
    assert browser.post("/office/sign-in/second/passkey/", {"answer": key.get(asked)})["location"] == MINE
    assert signed_in(browser)


def test_a_passkeys_answer_serves_once(hire):
    browser = Client(headers={"host": "localhost:8000"})
    hire("wang.new", "community_worker", app=False)
    browser.post(DOOR, {"username": "wang.new", "password": PASSWORD})
    asked = browser.post("/office/sign-in/enrol/passkey/ask/").content.decode()
    answer = BrowserKey("http://localhost:8000").create(asked)
    browser.post("/office/sign-in/enrol/passkey/", {"answer": answer})
    Passkey.objects.all().delete()
    browser.post("/office/sign-in/out/")
    browser.post(DOOR, {"username": "wang.new", "password": PASSWORD})
    browser.post("/office/sign-in/enrol/passkey/", {"answer": answer})
    assert not Passkey.objects.exists()


def test_a_recovery_code_gets_in_once(browser, staff):
    come_in(browser)
    page = browser.post("/office/sign-in/mine/recovery/", {"old": PASSWORD}).content.decode()
    one = re.findall(r"<li>([A-Z2-9]{5}-[A-Z2-9]{5})</li>", page)[0]
    for expected in (302, 422):
        other = Client()
        other.post(DOOR, {"username": "lin.desk", "password": PASSWORD})
        assert other.post(SECOND, {"code": one}).status_code == expected


def test_recovery_codes_are_renewed_only_with_the_password(browser, staff):
    come_in(browser)
    assert browser.post("/office/sign-in/mine/recovery/", {"old": "wrong"}).status_code == 422
    assert not RecoveryCode.objects.exists()


def test_a_key_planted_before_signing_in_is_worth_nothing_at_any_step(browser, staff):
    seen = []
    browser.get(DOOR)
    browser.post(DOOR, {"username": "lin.desk", "password": PASSWORD})
    seen.append(browser.cookies["sessionid"].value)
    browser.post(SECOND, {"code": code()})
    seen.append(browser.cookies["sessionid"].value)
    assert len(set(seen)) == 2
    thief = Client()
    thief.cookies["sessionid"] = seen[0]
    assert not signed_in(thief)


def test_half_an_hour_of_nothing_signs_out_and_says_so(browser, staff):
    come_in(browser)
    Session.objects.update(seen_at=timezone.now() - timedelta(minutes=29))
    assert signed_in(browser)
    Session.objects.update(seen_at=timezone.now() - timedelta(minutes=31))
    answer = browser.get(MINE, follow=True)
    assert answer.redirect_chain[0][0].startswith(DOOR)
    assert "长时间没有操作" in answer.content.decode()
    assert LogLine.objects.filter(happening=Happening.IDLED_OUT, account=staff.id).count() == 1
    assert not Session.objects.filter(account=staff.id).exists()


def test_use_keeps_a_session_awake_at_one_small_write_a_minute(browser, staff, django_assert_num_queries):
    come_in(browser)
    browser.get(MINE)
    asleep = timezone.now() - timedelta(minutes=20)
    Session.objects.update(seen_at=asleep)
    browser.get(MINE)
    woken = Session.objects.get(account=staff.id).seen_at
    assert woken > asleep
    browser.get(MINE)
    assert Session.objects.get(account=staff.id).seen_at == woken


def test_a_working_day_ends_the_session_however_busy(browser, staff):
    come_in(browser)
    lasts = Session.objects.get(account=staff.id).expire_date - timezone.now()
    assert timedelta(hours=11, minutes=59) < lasts <= timedelta(hours=12)


def test_a_closed_account_is_out_at_once(browser, staff):
    come_in(browser)
    Account.objects.filter(id=staff.id).update(is_active=False)
    assert not signed_in(browser)


def test_a_new_password_signs_every_other_browser_out(browser, staff):
    come_in(browser)
    other = Client()
    AuthenticatorApp.objects.update(last_step=0)
    come_in(other)
    assert signed_in(other)
    change = {"old": PASSWORD, "password": "spring lane gate 7", "repeated": "spring lane gate 7"}
    assert browser.post("/office/sign-in/mine/password/", change).status_code == 302
    assert signed_in(browser)
    assert not signed_in(other)


def test_two_different_new_passwords_are_shown_beside_their_field(browser, staff):
    come_in(browser)
    change = {"old": PASSWORD, "password": "spring lane gate 7", "repeated": "spring lane gate 8"}
    answer = browser.post("/office/sign-in/mine/password/", change)
    assert answer.status_code == 422
    assert "两次输入不一致" in answer.content.decode()


def test_the_audit_administrator_reads_the_log_and_nobody_else(browser, hire, staff):
    hire("audit.zhao", "audit_admin")
    come_in(browser)
    assert browser.get("/office/audit/sign-ins/").status_code == 403
    auditor = Client(headers={"accept-language": "zh-CN"})
    AuthenticatorApp.objects.update(last_step=0)
    come_in(auditor, "audit.zhao")
    page = auditor.get("/office/audit/sign-ins/").content.decode()
    assert "<td>林小满 (lin.desk)</td>" in page
    assert "<td>林小满" not in auditor.get("/office/audit/sign-ins/?what=idled_out").content.decode()
    for odd in ("?what=nonsense", "?before=nonsense", "?before=2026-13-45T99:99:99Z", "?before=2026-01-01"):
        assert auditor.get(f"/office/audit/sign-ins/{odd}").status_code == 200


def test_the_security_administrator_unlocks_and_resets_and_nobody_else(browser, hire, staff):
    hire("safe.qian", "security_admin")
    for _ in range(5):
        Client().post(DOOR, {"username": "lin.desk", "password": "wrong"})
    guard = Client()
    come_in(guard, "safe.qian")
    assert guard.post(f"/office/sign-in/accounts/{staff.id}/unlock/").status_code == 302
    AuthenticatorApp.objects.update(last_step=0)
    come_in(browser)
    assert browser.post(f"/office/sign-in/accounts/{staff.id}/reset/").status_code == 403
    assert guard.post(f"/office/sign-in/accounts/{staff.id}/reset/").status_code == 302
    assert not AuthenticatorApp.objects.filter(account=staff.id).exists()
    assert not signed_in(browser)
    assert LogLine.objects.filter(happening=Happening.FACTORS_RESET, account=staff.id).exists()


def test_forms_of_other_sites_are_refused(db):
    strict = Client(enforce_csrf_checks=True)
    for address in (DOOR, SECOND, "/office/sign-in/out/", "/office/sign-in/mine/password/"):
        assert strict.post(address, {}).status_code == 403


def test_outside_the_demo_no_page_shows_a_code(browser, staff, settings):
    AuthenticatorApp.objects.all().delete()
    actions.bind_app(staff.id, totp.demo_secret("lin.desk"), at=timezone.now())
    browser.post(DOOR, {"username": "lin.desk", "password": PASSWORD})
    shown = totp.current_code(totp.demo_secret("lin.desk"), at=timezone.now())
    assert shown not in browser.get(SECOND).content.decode()
    settings.DEMO = True
    assert totp.current_code(totp.demo_secret("lin.desk"), at=timezone.now()) in browser.get(SECOND).content.decode()


@pytest.mark.parametrize("there", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
def test_nobody_is_sent_to_another_site(browser, staff, there):
    assert come_in(browser, onward=there) == "/office/"


def test_english_is_complete(hire):
    browser = Client(headers={"accept-language": "en"})
    hire("wang.new", "community_worker", app=False)
    pages = [browser.get(DOOR)]
    browser.post(DOOR, {"username": "wang.new", "password": PASSWORD})
    pages.append(browser.get("/office/sign-in/enrol/"))
    for page in pages:
        text = re.sub(r"<button[^>]*lang=.*?</button>", "", page.content.decode(), flags=re.S)
        assert not re.search(r"[\u4e00-\u9fff]", text)
