"""A resident reports by chat through true envelopes: what, where, yes; nothing twice, forged or in clear."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlencode
from xml.etree import ElementTree as Tree

import pytest
from django.test import Client
from django.utils import timezone
from tests.domains.delivery.wechat.conftest import official
from tests.domains.matters.attachments.made import picture
from tests.faults.test_another_community import everything

from linli.api import wechat
from linli.domains.delivery.jobs import empty_outbox
from linli.domains.delivery.models import Contact
from linli.domains.delivery.wechat.envelopes import Sealer, signature_of, signed_right
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Attachment, Matter
from linli.domains.people.actions import erase_person
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.talking.models import Talk
from linli.kernel.jobs import run_due

__all__ = ["official"]
DOOR = "/api/wechat"
WHO = "oTestOpenIdOfNobody"


class Chat:
    """One resident's telephone: each message has an identifier of its own."""

    def __init__(self, official, who=WHO):
        self.official, self.who, self.count = official, who, 0
        official.followers.add(who)

    def says(self, text):
        return self.sends(MsgType="text", Content=text)

    def sends(self, **fields):
        self.count += 1
        given = {"FromUserName": self.who, "MsgId": f"{self.who}{self.count}"} | fields
        query, body = self.official.envelope(at=timezone.now(), **given)
        return self.posts(query, body)

    def posts(self, query, body):
        answer = Client(enforce_csrf_checks=True).post(
            f"{DOOR}?{urlencode(query)}", body, content_type="text/xml", headers={"accept-language": "en"}
        )
        assert answer.status_code == 200, answer.content.decode()
        return "" if answer.content == b"success" else self.opens(answer.content.decode())

    def opens(self, sealed):
        outer = {child.tag: child.text for child in Tree.fromstring(sealed)}  # noqa: S314 - our own answer
        parts = (self.official.token, outer["TimeStamp"], outer["Nonce"], outer["Encrypt"])
        assert signed_right(outer["MsgSignature"], *parts)
        inner = Tree.fromstring(Sealer(self.official.app, self.official.aes_key).open(outer["Encrypt"]))  # noqa: S314 - as above
        assert inner.findtext("ToUserName") == self.who
        return inner.findtext("Content")


@pytest.fixture
def chat(official, here_now, settings, tmp_path):
    settings.FILES = tmp_path / "files"
    return Chat(official)


@pytest.fixture
def here_now(neighbourhood):
    return neighbourhood


def requests():
    return Matter.objects.filter(kind="request")


def filed(chat):
    chat.says("柳荫社区的路灯三天不亮了")
    chat.says("1")
    return requests().latest("opened_at")


def test_words_place_and_yes_make_a_request(chat, neighbourhood):
    assert "1 柳荫社区" in chat.says("路灯三天不亮了")
    assert "地点：柳荫社区" in chat.says("1")
    assert requests().count() == 0
    told = chat.says("1")
    matter = requests().get()
    assert matter.number in told
    assert (matter.place_id, matter.title) == (neighbourhood.places["willow"].pk, "路灯三天不亮了")
    assert matter.request.channel == "wechat"


def test_a_place_the_words_name_is_offered_at_once(chat, neighbourhood):
    assert "地点：3号楼" in chat.says("柳荫社区3号楼电梯坏了")
    assert "1 柳荫社区" in chat.says("2")
    assert "没有找到" in chat.says("月球背面")
    assert "地点：白杨社区" in chat.says("白杨")
    chat.says("是")
    assert requests().get().place_id == neighbourhood.places["poplar"].pk


def test_it_can_be_left_at_any_step(chat):
    chat.says("路灯不亮了")
    assert chat.says("0") == "已取消，没有提交。"
    chat.says("柳荫社区路灯不亮了")
    assert chat.says("取消") == "已取消，没有提交。"
    assert Talk.objects.get().words is None
    assert requests().count() == 0


def test_progress_is_told_and_its_link_opens_that_matter_alone(chat, neighbourhood):
    assert "还没有在这里报过事" in chat.says("进度")
    matter = filed(chat)
    perform(matter.pk, life.Accept(), by=neighbourhood.desk, at=timezone.now())
    told = chat.says("进度")
    assert matter.number in told
    assert "已立案" in told
    link = re.search(r"/track/link/\S+", told)[0]
    browser = Client()
    assert browser.get(link)["location"] == f"/track/{matter.number}/"
    assert browser.get(f"/track/{matter.number}/").status_code == 200
    other = requests().create(**everything_of(matter))
    assert browser.get(f"/track/{other.number}/", follow=True).context.get("matter") is None
    assert Client().get(link[:-3] + "x/").status_code == 404


def everything_of(matter):
    """Another request at the same place, nobody's."""
    given = {"kind": "request", "number": "SQ26-999999", "title": "别人的", "path": matter.path, "state": "received"}
    return given | {"place_id": matter.place_id, "state_since": matter.opened_at, "opened_at": matter.opened_at}


def test_an_old_link_is_no_longer_good(chat, monkeypatch):
    link = re.search(r"/track/link/\S+", (filed(chat), chat.says("进度"))[1])[0]
    monkeypatch.setattr("linli.domains.requests.talking.links.LASTS", -1)
    answer = Client(headers={"accept-language": "zh-CN"}).get(link)
    assert (answer.status_code, "链接已失效" in answer.content.decode()) == (404, True)


def test_pictures_go_along_and_later_ones_are_added(chat, official):
    official.pictures = {"m1": picture(), "m2": picture("PNG"), "m3": b"no picture"}
    assert "请再用文字" in chat.sends(MsgType="image", MediaId="m1", PicUrl="http://x/")
    matter = filed(chat)
    assert matter.number in chat.sends(MsgType="image", MediaId="m2")
    chat.sends(MsgType="image", MediaId="m3")
    run_due()
    assert Attachment.objects.filter(matter=matter).count() == 2
    run_due()
    assert "照片没能收下" in official.said[-1]["text"]["content"]


def test_news_goes_to_the_chat_until_the_resident_leaves_it(chat, official, neighbourhood):
    matter = filed(chat)
    Contact.objects.filter(channel="wechat").get()
    perform(matter.pk, life.DeclineToAccept(door="court", reason="请起诉"), by=neighbourhood.desk, at=timezone.now())
    official.clock = timezone.now()
    empty_outbox()
    assert official.sent[-1]["data"]["character_string1"]["value"] == matter.number
    assert chat.sends(MsgType="event", Event="unsubscribe") == ""
    assert not Contact.objects.filter(channel="wechat", ended_at=None).exists()


def test_a_message_heard_twice_has_its_effect_once(chat, official):
    chat.says("柳荫社区的路灯不亮了")
    given = {"FromUserName": WHO, "MsgType": "text", "Content": "1", "MsgId": "same"}
    envelopes = [official.envelope(at=timezone.now(), **given) for _ in range(3)]
    assert [bool(chat.posts(*each)) for each in [*envelopes, envelopes[0]]] == [True, False, False, False]
    assert requests().count() == 1


def test_an_event_without_a_number_is_known_again_too(chat, official):
    given = {"FromUserName": WHO, "MsgType": "event", "Event": "subscribe", "CreateTime": 1_772_424_000}
    answers = [chat.posts(*official.envelope(at=timezone.now(), **given)) for _ in range(2)]
    assert ("请直接留言" in answers[0], answers[1]) == (True, "")


def test_voices_are_not_taken_for_heard_and_machine_events_not_answered(chat):
    assert chat.sends(MsgType="voice", MediaId="v") == "这里只能识别文字和照片。"
    assert chat.sends(MsgType="event", Event="TEMPLATESENDJOBFINISH") == ""


def test_a_slow_answer_follows_in_a_message_of_its_own(chat, official, monkeypatch):
    monkeypatch.setattr(wechat, "PATIENCE", -1)
    assert chat.says("路灯不亮了") == ""
    official.clock = timezone.now()
    run_due()
    assert "1 柳荫社区" in official.said[-1]["text"]["content"]


def test_what_is_typed_and_who_types_lie_sealed(chat):
    chat.says("我叫程小满，电话13800001234")
    row = str(list(Talk.objects.values()))
    assert "程小满" not in row
    assert WHO not in row
    matter = filed(Chat(chat.official, "oSomebodyElse"))
    assert WHO not in str(list(Matter.objects.filter(pk=matter.pk).values()))


def test_whoever_is_forgotten_is_somebody_new(chat):
    matter = filed(chat)
    erase_person(person=matter.opener_id, reason="asked", by=SYSTEM, at=timezone.now())
    run_due()
    assert not Talk.objects.exists()
    assert "还没有在这里报过事" in chat.says("进度")


def test_ten_a_day_are_enough(chat, monkeypatch):
    monkeypatch.setattr("linli.domains.requests.talking.conversation.MOST_A_DAY", 2)
    filed(chat), filed(chat)
    assert "今天已在这里报了 2 件事" in chat.says("柳荫社区又有事")


TEXT = {"FromUserName": WHO, "MsgType": "text", "Content": "路灯不亮了", "MsgId": "1"}


def altered(official, **query):
    asked, body = official.envelope(at=timezone.now(), **TEXT)
    return asked | query, body


def other_account(official):
    secret = Sealer("wx-another", official.aes_key).seal("<xml></xml>")
    stamp = str(int(timezone.now().timestamp()))
    query = {"timestamp": stamp, "nonce": "n", "msg_signature": signature_of(official.token, stamp, "n", secret)}
    return query, f"<xml><Encrypt>{secret}</Encrypt></xml>".encode()


FORGED = {
    "in clear": lambda o: o.envelope(at=timezone.now(), sealed=False, **TEXT),
    "old": lambda o: o.envelope(at=timezone.now() - timedelta(minutes=11), **TEXT),
    "a made-up signature": lambda o: altered(o, msg_signature="0" * 40),
    "no signature": lambda o: altered(o, msg_signature=""),
    "another time": lambda o: altered(o, timestamp=str(int(timezone.now().timestamp()) + 1)),
    "no time": lambda o: altered(o, timestamp="soon"),
    "another account": other_account,
    "no message": lambda o: (o.envelope(at=timezone.now(), **TEXT)[0], b""),
    "a bomb": lambda o: (o.envelope(at=timezone.now(), **TEXT)[0], b'<!DOCTYPE x [<!ENTITY a "aaaa">]><xml>&a;</xml>'),
    "too long": lambda o: (o.envelope(at=timezone.now(), **TEXT)[0], b"<xml>" + b"a" * 70_000 + b"</xml>"),
}


@pytest.mark.parametrize("how", FORGED)
def test_what_is_not_wechats_is_refused_and_changes_nothing(chat, official, how):
    query, body = FORGED[how](official)
    before = everything()
    answer = Client(enforce_csrf_checks=True).post(f"{DOOR}?{urlencode(query)}", body, content_type="text/xml")
    assert answer.status_code == 403
    assert everything() == before


def test_the_question_whether_we_are_there_is_answered_to_wechat_alone(chat, official):
    query, _ = official.envelope(at=timezone.now(), **TEXT)
    assert Client().get(DOOR, query | {"echostr": "4711"}).content == b"4711"
    assert Client().get(DOOR, query | {"echostr": "4711", "signature": "0" * 40}).status_code == 403


def test_without_a_token_nothing_is_taken(chat, official, settings):
    settings.WECHAT_TOKEN = ""
    query, body = official.envelope(at=timezone.now(), **TEXT)
    assert Client().post(f"{DOOR}?{urlencode(query)}", body, content_type="text/xml").status_code == 403
