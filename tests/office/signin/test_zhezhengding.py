"""Staff sign in from 浙政钉: by a scanned code or within the app; every call is signed as its platform asks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from tests.office.signin.test_work_apps import DOOR, back, browser, out, signed_in, who
from tests.serving import Reply, serving

from linli.demo.zhezhengding_server import ZhezhengdingServer
from linli.domains.people.models import Account
from linli.domains.people.signin.workapps import zhezhengding
from linli.domains.people.signin.workapps.models import Bound

pytestmark = pytest.mark.django_db
APP = "zhezhengding"
SCRIPT = "https://g.example/gdt/jsapi/index.js"
AT = datetime(2026, 3, 2, 2, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def there(settings):
    """The platform's side."""
    there = ZhezhengdingServer("our-key", "a secret of the tests")
    settings.ZHEZHENGDING_APP, settings.ZHEZHENGDING_KEY = "linli_dingoa", "our-key"
    settings.ZHEZHENGDING_SECRET, settings.ZHEZHENGDING_JSAPI = "a secret of the tests", SCRIPT

    def answer(asked):
        status, reply = there.answer(asked.method, asked.path, asked.headers, asked.body)
        return Reply(reply, status)

    with serving(answer) as settings.ZHEZHENGDING_URL:
        yield there


@pytest.fixture
def bound(there, staff):
    """The account bound to “zhang” there."""
    client = signed_in(staff)
    state = out(client, APP, f"{DOOR}mine/apps/{APP}/bind/")
    there.scanned["bind-code"] = "zhang"
    assert "已绑定" in back(client, APP, "bind-code", state).content.decode()
    return staff


def scanned(there, code="c1", user="zhang", client=None):
    client = client or browser()
    state = out(client, APP)
    there.scanned[code] = user
    return client, back(client, APP, code, state)


def inside(client: Client) -> str:
    """Opens the page within the app; answers where its script goes on."""
    page = client.get(f"{DOOR}with/{APP}/inside/", {"next": "/office/"})
    assert page.status_code == 200
    return page.content.decode().split('data-way="')[1].split('"')[0].replace("&amp;", "&")


def test_a_call_is_signed_as_documented(monkeypatch):
    monkeypatch.setattr(zhezhengding.secrets, "randbelow", lambda _: 7)
    given = {"appsecret": "s", "appkey": "k"}
    headers = zhezhengding.signed("GET", "/gettoken.json", given, key="k", secret="s", at=AT)
    assert headers["X-Hmac-Auth-Timestamp"] == "2026-03-02T10:00:00.123+08:00"
    assert headers["X-Hmac-Auth-Nonce"] == "17724168001230007"
    # printf 'GET\n…\nappkey=k&appsecret=s' | openssl dgst -sha256 -hmac s -binary | base64
    assert headers["X-Hmac-Auth-Signature"] == "P6GGbf6MfRUPTSdQnybbsMzgJBcTj6Bd0ZENFOOJP5E="


def test_the_way_out_is_the_page_with_the_code(there):
    way = urlsplit(browser().get(f"{DOOR}with/{APP}/")["location"])
    asked = {name: values[0] for name, values in parse_qs(way.query).items()}
    assert f"{way.scheme}://{way.netloc}{way.path}" == "https://login-pro.ding.zj.gov.cn/oauth2/auth.htm"
    assert asked["client_id"] == "linli_dingoa"
    assert asked["redirect_uri"].endswith(f"{DOOR}with/{APP}/back/")
    assert (asked["authType"], asked["scope"], asked["response_type"]) == ("QRCODE", "get_user_info", "code")


def test_bound_once_they_come_in_by_scanning(there, bound):
    client, answer = scanned(there)
    assert (answer.status_code, who(client), there.refused) == (200, str(bound.pk), [])
    assert b"zhang" not in bytes(Bound.objects.get().user)


def test_within_the_app_the_same_person_comes_in(there, bound):
    client = browser()
    way = inside(client)
    there.inside["i1"] = "zhang"
    answer = client.get(f"{urlsplit(way).path}?{urlsplit(way).query}&auth_code=i1")
    assert (answer["location"], who(client)) == ("/office/", str(bound.pk))
    assert there.asked[-1] == "/rpc/oauth2/dingtalk_app_user.json"


def test_a_code_of_one_way_in_is_none_of_the_other(there, bound):
    client = browser()
    way = inside(client)
    there.scanned["c1"] = "zhang"
    client.get(f"{urlsplit(way).path}?{urlsplit(way).query}&code=c1")
    assert who(client) is None


def test_only_the_page_within_the_app_lets_the_apps_script_in(there):
    page = browser().get(f"{DOOR}with/{APP}/inside/")
    assert f"script-src 'self' {SCRIPT}" in page["content-security-policy"]
    assert f'src="{SCRIPT}"' in page.content.decode()
    assert "g.example" not in browser().get(DOOR)["content-security-policy"]


def test_without_its_script_nobody_comes_in_within_the_app(there, settings):
    settings.ZHEZHENGDING_JSAPI = ""
    assert browser().get(f"{DOOR}with/{APP}/inside/").status_code == 404
    assert browser().get(f"{DOOR}with/wecom/inside/").status_code == 404


def test_the_app_opened_within_may_have_keys_of_its_own(there, bound, settings):
    settings.ZHEZHENGDING_KEY, settings.ZHEZHENGDING_SECRET = "for-scanning", "another"
    settings.ZHEZHENGDING_INSIDE_KEY, settings.ZHEZHENGDING_INSIDE_SECRET = "our-key", "a secret of the tests"
    client = browser()
    way = inside(client)
    there.inside["i1"] = "zhang"
    client.get(f"{urlsplit(way).path}?{urlsplit(way).query}&auth_code=i1")
    assert who(client) == str(bound.pk)


def test_nobody_is_made_up(there, staff):
    before = Account.objects.count()
    client, answer = scanned(there)
    assert "还没有绑定本系统账号" in answer.content.decode()
    assert (who(client), Account.objects.count()) == (None, before)


@pytest.mark.parametrize("code", ["bind-code", "never-given", "a b", "a&b=c", "钉", "x" * 600])
def test_a_code_that_is_used_unknown_or_odd_signs_nobody_in(there, bound, code):
    client = browser()
    back(client, APP, code, out(client, APP))
    assert who(client) is None


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (lambda settings, there: setattr(settings, "ZHEZHENGDING_SECRET", "x"), "SignatureDoesNotMatch"),
        (lambda settings, there: setattr(settings, "ZHEZHENGDING_KEY", "x"), "InvalidApiKey"),
        (lambda settings, there: setattr(there, "ahead", timedelta(minutes=6)), "TimestampExpired"),
        (lambda settings, there: setattr(there, "ahead", timedelta(minutes=-6)), "TimestampExpired"),
    ],
    ids=["secret", "key", "slow clock", "fast clock"],
)
def test_a_call_the_platform_does_not_believe_signs_nobody_in(there, bound, settings, change, wrong):
    change(settings, there)
    client, answer = scanned(there)
    assert "没有确认你的身份" in answer.content.decode()
    assert (who(client), there.refused) == (None, [wrong])


def test_the_stand_in_refuses_a_call_sent_twice_or_altered(there):
    given = {"appkey": "our-key", "appsecret": "a secret of the tests"}
    headers = zhezhengding.signed(
        "GET", "/gettoken.json", given, key=there.key, secret=there.secret, at=zhezhengding.timezone.now()
    )
    lower = {name.lower(): value for name, value in headers.items()}
    call = "/gettoken.json?appkey=our-key&appsecret=a+secret+of+the+tests"
    assert b"accessToken" not in there.answer("GET", f"{call}&more=1", lower, b"")[1]
    assert b"accessToken" not in there.answer("POST", "/gettoken.json", lower, call.partition("?")[2].encode())[1]
    assert b"accessToken" in there.answer("GET", call, lower, b"")[1]
    assert b"accessToken" not in there.answer("GET", call, lower, b"")[1]
    assert there.refused == ["SignatureDoesNotMatch", "SignatureDoesNotMatch", "NonceUsed"]


def test_a_server_that_talks_nonsense_leaves_the_password(there, bound):
    there.broken = True
    assert "请用密码登录" in scanned(there)[1].content.decode()
