"""Filing a request by key: the same act as on a phone, answered with its number and the resident's tracking code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from linli.api.open311.formats import Answer
from linli.api.open311.jurisdictions import jurisdiction
from linli.api.open311.keys import filer
from linli.api.open311.locating import located
from linli.api.open311.requests import ROOT
from linli.api.open311.services import ATTRIBUTES, known_service
from linli.api.repeating import answered_once
from linli.domains.matters.attachments import read_uploads
from linli.domains.people.actor import Actor
from linli.domains.requests.actions import Reporter, report
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle.request import Report
from linli.kernel.lifecycle.reading import read_details
from linli.kernel.refusal import Invalid
from linli.kernel.words import Words, say

ATTRIBUTE = re.compile(r"attribute\[([^\]]*)\](?:\[\])?")
NO_SERVICE = say("A service_code is needed.", "请填写 service_code。")
NO_WORDS = say("A description is needed: what, where, since when.", "请填写 description：什么事、在哪、多久了。")
NO_ATTRIBUTE = say(
    "There is no attribute “{name}”. Its service definition lists what there is.",
    "没有属性“{name}”，请对照该服务的定义。",
)
NOTICE = say(
    "Received. With the code {code} whoever reported it follows it at {site}/track/.",
    "已收到。报事人凭查询码 {code} 在 {site}/track/ 查看进展。",
)
ADDED: dict[str, Words] = {
    "address_string": say("Address given: {said}", "所填地址：{said}"),
    "media_url": say("Picture elsewhere, not looked at: {said}", "外部图片链接（未打开）：{said}"),
}
"""What has no field of its own here goes into the words, sealed and masked as they are."""
POINT = say("Point given (WGS-84): {lat}, {long}", "所填坐标（WGS-84）：{lat}, {long}")
HAN = re.compile("[\u3400-\u9fff]")


def file_request(request: HttpRequest) -> Answer:
    """Files one request; under one Idempotency-Key once, however often it is sent."""
    now = timezone.now()
    by, secret = filer(request, at=now)
    return Answer(ROOT, json.loads(answered_once(request, token=secret, act=lambda: _filed(request, by=by, at=now))))


def _filed(request: HttpRequest, *, by: Actor, at: datetime) -> str:
    given = request.POST
    details = _details(given, place=str(located(given, jurisdiction(request)).id))
    uploads = [file for _, files in request.FILES.lists() for file in files]
    files = read_uploads(uploads, kind=REQUEST.kind, at=at)
    reporter = Reporter(name=_name(given), phone=given.get("phone", "").strip(), email=given.get("email", "").strip())
    reported = report(details, by=by, at=at, reporter=reporter, files=files)
    told = {
        "service_request_id": reported.matter.number,
        "token": str(reported.matter.pk),
        "service_notice": str(NOTICE.fill(code=reported.tracking_code, site=settings.BASE_URL)),
        "account_id": None,
    }
    return json.dumps([told])


def _details(given: QueryDict, *, place: str) -> Report:
    if not given.get("description", "").strip():
        raise Invalid(NO_WORDS)
    sent: dict[str, Any] = {"text": "\n".join(_words(given)), "place": place, "category": _service(given)}
    return read_details(Report, sent | dict(_attributes(given)))


def _service(given: QueryDict) -> str:
    code = given.get("service_code", "").strip()
    if not code:
        raise Invalid(NO_SERVICE)
    return known_service(code)


def _words(given: QueryDict) -> Iterator[str]:
    yield given.get("description", "").strip()
    for name, words in ADDED.items():
        if said := given.get(name, "").strip():
            yield str(words.fill(said=said))
    if lat := given.get("lat", "").strip():
        yield str(POINT.fill(lat=lat, long=given.get("long", "").strip()))


def _attributes(given: QueryDict) -> Iterator[tuple[str, str]]:
    for name in given:
        if found := ATTRIBUTE.fullmatch(name):
            if found[1] not in ATTRIBUTES:
                raise Invalid(NO_ATTRIBUTE.fill(name=found[1]))
            if value := given.get(name, "").strip():
                yield found[1], value


def _name(given: QueryDict) -> str:
    first, last = given.get("first_name", "").strip(), given.get("last_name", "").strip()
    return f"{last}{first}" if HAN.search(first + last) else f"{first} {last}".strip()
