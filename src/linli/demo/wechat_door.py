"""The demo's WeChat: a telephone that follows the account and writes to it, by callbacks signed and sealed truly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal
from urllib.parse import urlencode
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from linli.api.wechat import callback
from linli.demo.wechat_server import WechatServer
from linli.design.shapes import Entry
from linli.kernel.words import say

FOLLOWER = "demo_wechat"
LONGEST = 2000
ME, ACCOUNT = say("You", "你"), say("The official account", "公众号")
NEWS = say("News {number}: {news}", "进展通知 {number}：{news}")


@dataclass
class Phone:
    """One visitor's telephone: what was written on both sides, and how much of the account's news it has shown."""

    address: str
    entries: list[Entry] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def write(self, words: str, *, mine: bool = False) -> None:
        """One line of the chat, with what is a link made one."""
        side: Literal["resident", "office"] = "resident" if mine else "office"
        self.entries.append(Entry(side=side, who=ME if mine else ACCOUNT, at=timezone.now(), text=_linked(words)))

    def look(self, there: WechatServer) -> None:
        """Takes in what the account has sent since."""
        for name, sent, read in (("news", there.sent, _news), ("said", there.said, _said)):
            new = sent[self.seen.get(name, 0) :]
            self.seen[name] = len(sent)
            for given in new:
                if given["touser"] == self.address:
                    self.write(read(given))


@cache
def server() -> WechatServer:
    """WeChat's side, as long as this process lives."""
    return WechatServer(settings.WECHAT_APP, settings.WECHAT_SECRET, settings.WECHAT_TOKEN, settings.WECHAT_AES_KEY)


@cache
def phones() -> dict[str, Phone]:
    """The telephones of this process's visitors."""
    return {}


@csrf_exempt  # a machine calls
@require_http_methods(["GET", "POST"])
def gateway(request: HttpRequest, path: str) -> HttpResponse:
    """Answers as WeChat's server would."""
    kind, reply = server().answer(f"/{path}?{request.GET.urlencode()}", request.body, timezone.now())
    return HttpResponse(reply, content_type=kind)


@never_cache
@require_http_methods(["GET", "POST"])
def chat(request: HttpRequest) -> HttpResponse:
    """The conversation; what is sent goes to the account, and its answer comes back."""
    phone = phones().get(request.session.get(FOLLOWER, ""))
    if request.method == "POST":
        text = request.POST.get("text", "").strip()[:LONGEST]
        phone = phone or _follow(request)
        if text:
            phone.write(text, mine=True)
            _send(phone, MsgType="text", Content=text, MsgId=uuid4().hex)
        return redirect("demo:wechat")
    if phone:
        phone.look(server())
    return render(request, "portal/demo/wechat.html", {"entries": phone.entries if phone else []})


def _linked(words: str) -> str:
    """The words with this house's own addresses made links, as a chat does."""
    ours = re.compile(rf"{re.escape(settings.BASE_URL)}/[\w/:.-]*", re.ASCII)
    return mark_safe(ours.sub(r'<a href="\g<0>">\g<0></a>', escape(words)))  # noqa: S308 - escaped, then only links


def _follow(request: HttpRequest) -> Phone:
    address = f"oDemo{uuid4().hex[:20]}"
    request.session[FOLLOWER] = address
    server().followers.add(address)
    phone = phones()[address] = Phone(address, seen={"news": len(server().sent), "said": len(server().said)})
    _send(phone, MsgType="event", Event="subscribe")
    return phone


def _send(phone: Phone, **fields: str) -> None:
    """One callback to our own door, and the answer opened as a telephone would."""
    from django.test import RequestFactory  # noqa: PLC0415 - the demo alone calls itself

    query, body = server().envelope(at=timezone.now(), sealed=True, FromUserName=phone.address, **fields)
    answer = callback(RequestFactory().post(f"/api/wechat?{urlencode(query)}", body, content_type="text/xml"))
    if answer.content != b"success":
        phone.write(server().opened(answer.content))


def _news(given: Mapping[str, Any]) -> str:
    data = given["data"]
    return str(NEWS.fill(number=data["character_string1"]["value"], news=data["thing2"]["value"]))


def _said(given: Mapping[str, Any]) -> str:
    return str(given["text"]["content"])
