"""The demo's city hotline: an order is sent in as the city would, and what the city was told of it is shown."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import lazystr
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from linli.api.hotline import orders
from linli.demo.city_server import CityServer
from linli.domains.requests.hotline.signing import signed_headers
from linli.domains.requests.hotline.wire import wire
from linli.kernel.words import Words, say

DOOR = "/api/hotline/orders"
LONGEST = 500
ACTS = {
    "SIGN": say("Signed for", "签收"),
    "RETURN": say("Sent back", "退单"),
    "PROGRESS": say("Progress", "办理进展"),
    "REPLY": say("Answered", "答复"),
    "RESULT": say("Result", "办结"),
}


class OrderForm(forms.Form):
    """What somebody told the hotline."""

    text = forms.CharField(
        label=lazystr(say("What the caller said", "来电人怎么说")),
        initial="柳荫社区3号楼的电梯坏了两天，老人上不去楼。",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    address = forms.CharField(
        label=lazystr(say("Address as the city writes it", "市里登记的地址")), initial="柳荫社区3号楼", max_length=60
    )


@dataclass(frozen=True)
class Telling:
    """One thing the city was told."""

    number: str
    act: Words | str
    at: str
    unit: str
    text: str


@dataclass(frozen=True)
class Sent:
    """One order, and what was answered: the request's number, or a sentence."""

    order: str
    text: str
    number: str
    answer: str


@cache
def sent() -> list[Sent]:
    """What was sent from here, oldest first."""
    return []


@cache
def server() -> CityServer:
    """The city's side, as long as this process lives."""
    return CityServer(settings.HOTLINE_KEY, settings.HOTLINE_SECRET)


@csrf_exempt  # a machine calls, and signs what it says
@require_http_methods(["GET", "POST"])
def gateway(request: HttpRequest, path: str) -> HttpResponse:
    """Answers as the city's server would."""
    whole, now = request.get_full_path(), timezone.now()
    status, reply = server().answer(str(request.method), whole, request.headers, request.body, now)
    return HttpResponse(reply, status=status, content_type="application/json")


@never_cache
@require_http_methods(["GET", "POST"])
def desk(request: HttpRequest) -> HttpResponse:
    """The hotline's desk: send an order, read what came back."""
    form = OrderForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        order = _order(form.cleaned_data)
        server().orders.append(order)
        sent().append(Sent(order["orderNo"], order["content"], **_send(order)))
        return redirect("demo:city")
    given = {"form": form, "orders": sent()[::-1], "tellings": [_telling(one) for one in server().told[::-1]]}
    return render(request, "portal/demo/city.html", given, status=422 if form.errors else 200)


def _order(given: dict[str, str]) -> dict[str, Any]:
    now = timezone.localtime()
    community, inside, _ = given["address"].partition("社区")
    stamps = {"receiveTime": now, "signDeadline": now + timedelta(hours=2), "finishDeadline": now + timedelta(days=5)}
    return {
        "orderNo": f"YS{now:%Y%m%d}-{uuid4().hex[:6].upper()}",
        "seq": 1,
        "title": given["text"][:20],
        "content": given["text"],
        "caller": {"name": "", "phone": "", "secret": False},
        "area": f"{community}社区" if inside else "",
        "address": given["address"],
        "type": "投诉",
        "level": "一般",
        "status": "10",
        **{name: f"{when:%Y-%m-%d %H:%M:%S}" for name, when in stamps.items()},
    }


def _send(order: dict[str, Any]) -> dict[str, str]:
    """The order to our own door, signed as the city signs; its answer."""
    from django.test import RequestFactory  # noqa: PLC0415 - the demo alone calls itself

    body = json.dumps(order, ensure_ascii=False).encode()
    headers = signed_headers(wire().signing, method="POST", path=DOOR, body=body, at=timezone.now())
    answer = orders(RequestFactory().post(DOOR, body, content_type="application/json", headers=headers))
    said = json.loads(answer.content)
    return {"number": said.get("data", {}).get("number", ""), "answer": said["message"]}


def _telling(told: dict[str, Any]) -> Telling:
    act = told.get("action", "")
    text = str(told.get("content") or told.get("reason") or "")
    return Telling(told["orderNo"], ACTS.get(act, act), str(told.get("time", "")), str(told.get("unit") or ""), text)
