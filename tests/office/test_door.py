"""Who comes in, and how those who may not are told."""

from __future__ import annotations

from django.test import Client
from tests.neighbourhood import MONDAY

from linli.domains.people.models import Account


def test_a_visitor_is_shown_the_way_in_and_comes_back(here):
    answer = Client().get("/office/worklist/?late=1")
    assert answer.status_code == 302
    assert answer["location"] == "/office/sign-in/?next=%2Foffice%2Fworklist%2F%3Flate%3D1"


def test_htmx_is_sent_to_the_sign_in_as_a_whole_page(here):
    answer = Client(headers={"hx-request": "true"}).get("/office/worklist/")
    assert (answer.status_code, answer["hx-redirect"]) == (204, "/office/sign-in/")


def test_an_account_without_a_post_is_told_whom_to_ask(here):
    nobody = Account.objects.create(kind="staff", username="nobody", opened_at=MONDAY)
    client = Client(headers={"accept-language": "zh-CN"})
    client.force_login(nobody)
    answer = client.get("/office/")
    assert answer.status_code == 403
    assert "安全管理员任命" in answer.content.decode()


def test_a_resident_does_not_get_into_the_office(here):
    client = Client()
    client.force_login(Account.objects.get(pk=here.neighbour.account))
    assert client.get("/office/").status_code == 403


def test_no_page_of_the_office_is_kept_by_a_browser(sign_in):
    assert "no-store" in sign_in("desk").get("/office/")["cache-control"]


def test_an_unknown_address_says_what_to_do_inside_the_office(sign_in):
    answer = sign_in("desk").get("/office/nowhere/")
    assert answer.status_code == 404
    assert "没有这个页面" in answer.content.decode()
    assert "office-nav" in answer.content.decode()


def test_a_refusal_for_htmx_is_a_notice_alone(sign_in):
    answer = sign_in("desk", **{"hx-request": "true"}).get("/office/matters/SQ26-999999/")
    assert answer.status_code == 404
    assert "没有找到这件事" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_refusal_speaks_english_to_english_readers(sign_in):
    answer = sign_in("desk", **{"accept-language": "en"}).get("/office/matters/SQ26-999999/")
    assert "We cannot find this matter" in answer.content.decode()


def test_a_forged_form_is_refused_in_words(here):
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "zh-CN"})
    client.force_login(Account.objects.get(pk=here.desk.account))
    answer = client.post("/office/worklist/acts/", {"ids": []})
    assert answer.status_code == 403
    assert "表单已过期" in answer.content.decode()
