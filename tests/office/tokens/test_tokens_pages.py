"""Tokens: issued to machine accounts, shown once, revoked at once; by the administrator of where the machine works."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.neighbourhood import MONDAY

from linli.domains.people.models import Account, Post
from linli.domains.people.tokens.models import Token
from linli.domains.people.tokens.queries import actor_with

ROBOT = "<script>alert(1)</script>"


@pytest.fixture
def machine(administration):
    """A machine account that works for the first community."""
    account = Account.objects.create(kind="service", username="hotline", display_name="热线工单", opened_at=MONDAY)
    willow, committee = administration.places["willow"], administration.units["committee"]
    Post.objects.create(
        account=account, organisation_id=committee, role_id="community_worker", place=willow, since=MONDAY
    )
    return account


@pytest.fixture
def wanted(machine):
    """What issuing asks for, to be changed by the test."""
    return lambda **changes: (
        {"account": machine.pk, "name": "12345 工单", "purposes": ["file"], "lasts": "90"} | changes
    )


def test_a_token_is_shown_once_and_works_within_its_purposes(machine, sign_in, wanted):
    client = sign_in("system")
    page = client.post("/office/tokens/new/", wanted()).content.decode()
    (secret,) = re.findall(r'class="secret">([^<]+)<', page)
    acts = actor_with(secret, at=timezone.now())
    assert (acts.account, acts.purposes) == (machine.pk, {"file"})
    listed = client.get("/office/tokens/").content.decode()
    assert "12345 工单" in listed
    assert "热线工单" in listed
    assert secret not in listed


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("account", "", "请选择系统对接账号"),
        ("account", "nonsense", "请选择系统对接账号"),
        ("name", "", "请写明用途"),
        ("name", "用" * 81, "80"),
        ("name", "用\u202e", "可显示的字符"),
        ("purposes", [], "请至少选择一种用途"),
        ("purposes", ["everything"], "请从列表中选择用途"),
        ("lasts", "", "请选择有效期"),
        ("lasts", "99999", "请选择有效期"),
    ],
)
def test_a_token_is_refused_in_words(sign_in, refused, wanted, field, value, sentence):
    refused(sign_in("system").post("/office/tokens/new/", wanted(**{field: value})), 422, sentence)
    assert not Token.objects.exists()


def test_no_token_opens_a_colleagues_account_or_a_closed_one(administration, machine, sign_in, refused, wanted):
    client = sign_in("system")
    refused(client.post("/office/tokens/new/", wanted(account=administration.desk.account)), 422)
    Account.objects.filter(pk=machine.pk).update(is_active=False)
    answer = client.post("/office/tokens/new/", wanted())
    refused(answer, 422)
    assert "还没有系统对接账号" in client.get("/office/tokens/new/").content.decode()
    assert not Token.objects.exists()


def test_a_token_is_revoked_at_once(sign_in, wanted):
    client = sign_in("system")
    page = client.post("/office/tokens/new/", wanted()).content.decode()
    (secret,) = re.findall(r'class="secret">([^<]+)<', page)
    token = Token.objects.get()
    assert client.post(f"/office/tokens/{token.pk}/revoke/")["location"] == "/office/tokens/"
    assert actor_with(secret, at=timezone.now()) is None
    revoked = Token.objects.get().revoked_at
    client.post(f"/office/tokens/{token.pk}/revoke/")
    assert Token.objects.get().revoked_at == revoked
    assert "已作废" in client.get("/office/tokens/").content.decode()


def test_only_the_system_administrator_issues_and_revokes(sign_in, refused, wanted):
    sign_in("system").post("/office/tokens/new/", wanted())
    token = Token.objects.get()
    for who in ("security", "audit", "desk"):
        refused(sign_in(who).post("/office/tokens/new/", wanted()), 403)
        refused(sign_in(who).post(f"/office/tokens/{token.pk}/revoke/"), 403)
    assert Token.objects.get().revoked_at is None


def test_another_communitys_administrator_neither_sees_nor_issues_nor_revokes(sign_in, refused, wanted):
    sign_in("system").post("/office/tokens/new/", wanted())
    token, client = Token.objects.get(), sign_in("far_system")
    assert "12345 工单" not in client.get("/office/tokens/").content.decode()
    refused(client.post("/office/tokens/new/", wanted()), 422, "还没有系统对接账号")
    refused(client.post(f"/office/tokens/{token.pk}/revoke/"), 404)
    assert Token.objects.get().revoked_at is None


def test_one_accounts_tokens_are_listed_alone(administration, machine, sign_in, wanted):
    client = sign_in("system")
    client.post("/office/tokens/new/", wanted())
    assert "12345 工单" in client.get(f"/office/tokens/?account={machine.pk}").content.decode()
    page = client.get(f"/office/tokens/?account={administration.desk.account}").content.decode()
    assert "12345 工单" not in page


def test_what_a_token_is_for_is_shown_as_text_and_expiry_is_said(sign_in, wanted):
    client = sign_in("system")
    client.post("/office/tokens/new/", wanted(name=ROBOT))
    assert ROBOT not in client.get("/office/tokens/").content.decode()
    Token.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert "已过期" in client.get("/office/tokens/").content.decode()


def test_many_tokens_cost_no_more_statements(sign_in, queries, wanted):
    client = sign_in("system")
    client.post("/office/tokens/new/", wanted())
    few = queries(client, "/office/tokens/")
    for number in range(10):
        client.post("/office/tokens/new/", wanted(name=f"用途{number}"))
    assert Token.objects.count() == 11
    assert queries(client, "/office/tokens/") == few
