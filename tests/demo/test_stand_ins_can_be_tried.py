"""In the demo a visitor writes to WeChat, sends an order as the city would, and signs in by scanning a code."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import include, path
from django.utils import timezone
from tests.neighbourhood import build
from tests.staffed import appoint

from linli.config.stand_ins import stand_ins
from linli.config.urls import urlpatterns as everywhere
from linli.demo import city_door, wechat_door, zhezhengding_door
from linli.demo.people import STAFF
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Matter
from linli.domains.people.models import Account
from linli.domains.requests.hotline.telling import tell_all
from linli.domains.requests.lifecycle.request import Accept, DeclineToAccept
from linli.domains.requests.models import Request
from linli.kernel.jobs import run_due

pytestmark = pytest.mark.django_db(transaction=True)
urlpatterns = [*everywhere, path("demo/", include("linli.demo.urls"))]
WHO = STAFF[0].username


@pytest.fixture(autouse=True)
def demo(tmp_path, settings, live_server):
    settings.DEMO, settings.HOME, settings.KEYS, settings.ROOT_URLCONF = True, tmp_path, tmp_path / "keys", __name__
    settings.BASE_URL = live_server.url
    for name, value in stand_ins(tmp_path, live_server.url).items():
        setattr(settings, name, value)
    kept = (wechat_door.server, wechat_door.phones, city_door.server, city_door.sent, zhezhengding_door.server)
    for each in kept:
        each.cache_clear()
    yield
    for each in kept:
        each.cache_clear()


@pytest.fixture
def here():
    made = build()
    appoint(made.desk)
    return made


@pytest.fixture
def visitor():
    return Client(enforce_csrf_checks=False, headers={"accept-language": "zh-CN"})


def says(visitor, text):
    assert visitor.post("/demo/wechat/", {"text": text})["location"] == "/demo/wechat/"
    return visitor.get("/demo/wechat/").content.decode()


def test_a_conversation_becomes_a_request_and_its_news_arrive(here, visitor):
    assert "还没有留言" in visitor.get("/demo/wechat/").content.decode()
    page = says(visitor, "柳荫社区3号楼的楼道灯<b>坏了")
    assert "请直接留言" in page
    assert "回复 1" in page
    assert "<b>坏了" not in page
    page = says(visitor, "1")
    matter = Matter.objects.get(kind="request")
    assert (matter.number in page, Request.objects.get().channel) == (True, "wechat")
    assert 'href="http' in page
    perform(matter.pk, DeclineToAccept(door="court", reason="请起诉"), by=here.desk, at=timezone.now())
    run_due()
    assert "进展通知" in visitor.get("/demo/wechat/").content.decode()


def test_each_visitor_has_a_telephone_of_their_own(here, visitor):
    says(visitor, "柳荫社区3号楼的水管漏了")
    assert "水管漏了" not in Client().get("/demo/wechat/").content.decode()


def test_an_order_lands_at_the_desk_and_the_city_is_told(here, visitor):
    page = visitor.post("/demo/city/", {"text": "三号楼电梯坏了两天", "address": "柳荫社区3号楼"}, follow=True)
    matter = Matter.objects.get(kind="request")
    assert f"/office/matters/{matter.number}/" in page.content.decode()
    perform(matter.pk, Accept(category="home.lift"), by=here.desk, at=timezone.now())
    tell_all(at=timezone.now())
    page = visitor.get("/demo/city/").content.decode()
    assert "签收" in page
    assert city_door.server().told


def test_an_order_that_says_nothing_is_not_sent(here, visitor):
    answer = visitor.post("/demo/city/", {"text": "", "address": "柳荫社区3号楼"})
    assert (answer.status_code, city_door.server().orders) == (422, [])


def test_whoever_is_chosen_scans_the_code(here, visitor):
    account = Account.objects.get(pk=here.desk.account)
    staff = Client(headers={"accept-language": "zh-CN"})
    staff.force_login(account)
    assert "已绑定" in _scanned(staff, "/office/sign-in/mine/apps/zhezhengding/bind/").content.decode()
    assert "浙政钉" in visitor.get("/office/sign-in/").content.decode()
    _scanned(visitor, "/office/sign-in/with/zhezhengding/")
    assert visitor.session["_auth_user_id"] == str(account.pk)


def _scanned(client, begin):
    way = client.get(begin)["location"]
    assert way.startswith(django_settings.BASE_URL)
    page = way.removeprefix(django_settings.BASE_URL)
    assert WHO in client.get(page).content.decode()
    back = client.post(page, {"who": WHO})["location"]
    assert set(parse_qs(urlsplit(back).query)) == {"code", "state"}
    return client.get(back.removeprefix(django_settings.BASE_URL), follow=True)


@pytest.mark.parametrize("back", ["https://elsewhere.example/office/", "//elsewhere.example/office/", ""])
def test_the_scan_leads_nowhere_else(visitor, back):
    asked = {"redirect_uri": back, "client_id": "linli_dingoa", "state": "x"}
    assert visitor.get("/demo/zhezhengding/oauth2/auth.htm", asked).status_code == 400


def test_who_is_not_there_scans_nothing(visitor):
    asked = f"redirect_uri={django_settings.BASE_URL}/office/x/&client_id=linli_dingoa&state=x"
    assert visitor.post(f"/demo/zhezhengding/oauth2/auth.htm?{asked}", {"who": "nobody"}).status_code == 200
    assert not zhezhengding_door.server().scanned
