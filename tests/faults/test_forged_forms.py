"""A form that another site sends through somebody's browser does nothing, wherever it is sent."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.faults.addresses import addresses, blanks, filled
from tests.office.conftest import sign_in
from tests.staffed import here

from linli.design.refusals import FORGED
from linli.domains.people.models import Account
from linli.kernel.ids import new_id

__all__ = ["here", "sign_in"]
MACHINES = ("/api/", "/open311/", "/design/", "/static/")
SIGNED = ("/mine/stop/",)
"""Mail programs send these, without a session: the address itself is signed (RFC 8058)."""
ROUTES = [route for route in addresses("/") if not route.startswith(MACHINES + SIGNED)]


def test_the_walk_meets_both_doors():
    assert len([route for route in ROUTES if route.startswith("/office/")]) > 60
    assert len([route for route in ROUTES if not route.startswith("/office/")]) > 30


@pytest.mark.parametrize(("language", "words"), [("zh-CN", FORGED.zh), ("en", FORGED.en)])
def test_it_is_refused_in_the_readers_language(here, language, words):
    browser = Client(enforce_csrf_checks=True, headers={"accept-language": language})
    browser.force_login(Account.objects.get(pk=here.desk.account))
    for route in ROUTES:
        address = filled(route, {blank: new_id() for blank in blanks(route)})
        for token in ({}, {"csrfmiddlewaretoken": "x" * 64}):
            answer = browser.post(address, token)
            assert (answer.status_code, words in answer.content.decode()) == (403, True), address


def test_a_signed_in_browser_is_nobody_to_the_machines_door(here):
    client = Client()
    client.force_login(Account.objects.get(pk=here.desk.account))
    answer = client.post("/api/v1/requests", {"text": "楼道灯坏了"}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (401, "no_token")
