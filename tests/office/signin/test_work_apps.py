"""Staff sign in from WeCom or DingTalk once they bound it: a state and a code serve once, nobody is made up."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from tests.serving import Reply, serving

from linli.demo.work_app_servers import WorkAppServer
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Account
from linli.domains.people.signin import actions
from linli.domains.people.signin.models import LogLine
from linli.domains.people.signin.workapps import actions as workapps
from linli.domains.people.signin.workapps.models import Bound

APPS = ("wecom", "dingtalk")
DOOR = "/office/sign-in/"


@pytest.fixture
def there(settings):
    """The apps' side."""
    there = WorkAppServer("our-key", "a secret of the tests")
    settings.WECOM_CORP = settings.DINGTALK_KEY = "our-key"
    settings.WECOM_SECRET = settings.DINGTALK_SECRET = "a secret of the tests"
    settings.WECOM_AGENT = "1000002"

    def answer(asked):
        status, reply = there.answer(asked.path, asked.headers, asked.body)
        return Reply(reply, status)

    with serving(answer) as address:
        settings.WECOM_URL = settings.DINGTALK_URL = address
        yield there


def browser():
    return Client(headers={"accept-language": "zh-CN"})


def signed_in(account):
    client = browser()
    client.force_login(account)
    return client


def out(client, app, path=None, follow_to="/office/"):
    """Sets out and answers the state that goes along."""
    answer = client.get(path or f"{DOOR}with/{app}/", {"next": follow_to})
    assert answer.status_code == 302, answer.content.decode()[:200]
    return parse_qs(urlsplit(answer["location"]).query)["state"][0]


def back(client, app, code, state):
    return client.get(f"{DOOR}with/{app}/back/", {"code": code, "state": state}, follow=True)


def bound(there, account, app, user="zhang", code="bind-code"):
    client = signed_in(account)
    state = out(client, app, f"{DOOR}mine/apps/{app}/bind/")
    there.people[code] = user
    return back(client, app, code, state)


def who(client):
    return client.session.get("_auth_user_id")


@pytest.mark.parametrize("app", APPS)
def test_bound_once_they_come_in_without_typing(there, staff, app):
    assert "已绑定" in bound(there, staff, app).content.decode()
    client = browser()
    state = out(client, app)
    there.people["c1"] = "zhang"
    answer = back(client, app, "c1", state)
    assert (answer.status_code, who(client)) == (200, str(staff.pk))
    log = list(LogLine.objects.filter(account=staff.pk).order_by("at").values_list("happening", flat=True))
    assert log[-2:] == ["app_bound", "signed_in"]


@pytest.mark.parametrize("app", APPS)
def test_nobody_is_made_up_for_whoever_is_not_bound(there, staff, app):
    client, before = browser(), Account.objects.count()
    state = out(client, app)
    there.people["c1"] = "stranger"
    answer = back(client, app, "c1", state)
    assert "还没有绑定本系统账号" in answer.content.decode()
    assert (who(client), Account.objects.count(), Bound.objects.count()) == (None, before, 0)


@pytest.mark.parametrize("app", APPS)
def test_a_code_that_is_used_or_unknown_signs_nobody_in(there, staff, app):
    bound(there, staff, app)
    for code in ("bind-code", "never-given", "", "x" * 600):
        client = browser()
        answer = back(client, app, code, out(client, app))
        assert (answer.status_code, who(client)) == (200, None)


def test_a_code_seen_before_is_not_even_asked_about(there, staff):
    bound(there, staff, "wecom")
    there.people["bind-code"], asked = "zhang", len(there.asked)
    client = browser()
    assert "重新发起" in back(client, "wecom", "bind-code", out(client, "wecom")).content.decode()
    assert (len(there.asked), who(client)) == (asked, None)


def test_a_state_of_another_browser_of_before_or_of_another_app_is_refused(there, staff):
    bound(there, staff, "wecom")
    there.people |= {f"c{n}": "zhang" for n in range(5)}
    first, second = browser(), browser()
    state = out(first, "wecom")
    out(second, "wecom")
    assert "重新发起" in back(second, "wecom", "c0", state).content.decode()
    assert "重新发起" in back(browser(), "wecom", "c1", state).content.decode()
    assert "重新发起" in back(first, "dingtalk", "c2", state).content.decode()
    assert "重新发起" in back(first, "wecom", "c3", state).content.decode()
    assert (who(first), who(second)) == (None, None)
    assert "c0" in there.people


def test_a_state_is_good_for_ten_minutes(there, staff, monkeypatch):
    bound(there, staff, "wecom")
    client = browser()
    state = out(client, "wecom")
    there.people["c1"] = "zhang"
    monkeypatch.setattr(workapps, "HOLDS", timedelta(0))
    assert "重新发起" in back(client, "wecom", "c1", state).content.decode()
    assert who(client) is None


def test_a_binding_begun_by_one_account_does_not_end_with_another(there, staff, hire):
    other = hire("other.desk", "community_worker")
    client = signed_in(staff)
    state = out(client, "wecom", f"{DOOR}mine/apps/wecom/bind/")
    session = client.session
    kept = session["signin_way"]
    client.force_login(other)
    session = client.session
    session["signin_way"] = kept
    session.save()
    there.people["c1"] = "zhang"
    assert "重新发起" in back(client, "wecom", "c1", state).content.decode()
    assert not Bound.objects.exists()


def test_whoever_came_in_by_an_app_binds_no_other(there, staff):
    bound(there, staff, "wecom")
    client = browser()
    state = out(client, "wecom")
    there.people["c1"] = "zhang"
    back(client, "wecom", "c1", state)
    answer = client.get(f"{DOOR}mine/apps/dingtalk/bind/", follow=True)
    assert "先退出" in answer.content.decode()
    assert Bound.objects.count() == 1


def test_a_user_of_the_app_belongs_to_one_account(there, staff, hire):
    bound(there, staff, "wecom")
    answer = bound(there, hire("other.desk", "community_worker"), "wecom", user="zhang")
    there.people["c9"] = "zhang"
    assert "重新发起" in answer.content.decode()  # the same code; with a fresh one:
    client = signed_in(Account.objects.get(username="other.desk"))
    state = out(client, "wecom", f"{DOOR}mine/apps/wecom/bind/")
    assert "另一个账号" in back(client, "wecom", "c9", state).content.decode()
    assert Bound.objects.get().account_id == staff.pk


def test_somebody_outside_the_organisation_is_nobody(there, staff):
    client = browser()
    state = out(client, "wecom")
    there.people["c1"] = "outside-openid"
    assert "没有确认你的身份" in back(client, "wecom", "c1", state).content.decode()


def test_unbound_closed_or_reset_nobody_comes_in(there, staff, hire):
    for end in (
        lambda: signed_in(staff).post(f"{DOOR}mine/apps/wecom/unbind/"),
        lambda: actions.reset_factors(staff.pk, by=SYSTEM, at=timezone.now()),
        lambda: Account.objects.filter(pk=staff.pk).update(is_active=False),
    ):
        there.people.clear()
        bound(there, staff, "wecom", code=f"b{len(there.asked)}")
        end()
        client = browser()
        state = out(client, "wecom")
        code = f"c{len(there.asked)}"
        there.people[code] = "zhang"
        back(client, "wecom", code, state)
        assert who(client) is None


@pytest.mark.parametrize("app", APPS)
def test_a_server_that_talks_nonsense_leaves_the_password(there, staff, app):
    client = browser()
    state = out(client, app)
    there.broken = True
    assert "请用密码登录" in back(client, app, "c1", state).content.decode()


def test_a_wrong_secret_signs_nobody_in(there, staff, settings):
    bound(there, staff, "wecom")
    settings.WECOM_SECRET = "another"
    client = browser()
    state = out(client, "wecom")
    there.people["c1"] = "zhang"
    back(client, "wecom", "c1", state)
    assert who(client) is None


def test_without_a_secret_no_app_is_offered(staff, settings):
    settings.WECOM_SECRET = settings.DINGTALK_SECRET = ""
    assert "企业微信" not in browser().get(DOOR).content.decode()
    for address in (f"{DOOR}with/wecom/", f"{DOOR}with/other/", f"{DOOR}with/dingtalk/"):
        assert browser().get(address).status_code == 404


def test_where_to_go_on_stays_in_this_house(there, staff):
    bound(there, staff, "wecom")
    client = browser()
    state = out(client, "wecom", follow_to="https://elsewhere.example/")
    there.people["c1"] = "zhang"
    answer = client.get(f"{DOOR}with/wecom/back/", {"code": "c1", "state": state})
    assert answer["location"] == "/office/"


def test_what_the_app_calls_them_is_not_kept(there, staff):
    bound(there, staff, "dingtalk", user="zhang-san-union-id")
    assert b"zhang" not in bytes(Bound.objects.get().user)
