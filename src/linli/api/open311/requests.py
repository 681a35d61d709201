"""Reading requests: a list, one by its number, and the number behind a token."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from linli.api.open311.formats import Answer
from linli.api.open311.jurisdictions import jurisdiction
from linli.api.open311.keys import reader
from linli.api.open311.shapes import requests_out
from linli.api.open311.wanted import wanted
from linli.domains.matters import queries as matters
from linli.domains.requests.lifecycle import REQUEST
from linli.kernel.refusal import NotFound
from linli.kernel.words import say

ROOT = "service_requests"
NO_SUCH_REQUEST = say(
    "There is no such service_request_id, or it was not shared. Whoever may read it sends their api_key as"
    " “Authorization: Bearer …”.",
    "没有这个 service_request_id，或它没有公开。有权查看的请以 “Authorization: Bearer …” 发送 api_key。",
)
NO_SUCH_TOKEN = say("There is no such token_id. It is told once, when a request is filed.", "没有这个 token_id。")


def list_requests(request: HttpRequest) -> Answer:
    """Requests of ninety days at most, newest first."""
    now = timezone.now()
    by = reader(request, at=now)
    asked = wanted(request.GET, area=jurisdiction(request).area, now=now)
    if asked.numbers:
        found = matters.list_numbered(asked.numbers, by=by, kind=REQUEST.kind)
    else:
        found = matters.list_span(asked.filters, by=by, page=asked.page, size=asked.size, categories=asked.categories)
    return Answer(ROOT, requests_out(found, public=by is None, extended=_extended(request)))


def read_request(request: HttpRequest, *, number: str) -> Answer:
    """One request; a private one is not found, as one that never was."""
    by = reader(request, at=timezone.now())
    jurisdiction(request)
    found = matters.list_numbered([number], by=by, kind=REQUEST.kind)
    if not found:
        raise NotFound(NO_SUCH_REQUEST)
    return Answer(ROOT, requests_out(found, public=by is None, extended=_extended(request)))


def read_token(request: HttpRequest, *, token: str) -> Answer:
    """The number behind a token. It says nothing of what it is about."""
    reader(request, at=timezone.now())
    try:
        named = UUID(token)
    except ValueError:
        raise NotFound(NO_SUCH_TOKEN) from None
    number = matters.numbers_of([named]).get(named)
    if number is None:
        raise NotFound(NO_SUCH_TOKEN)
    return Answer(ROOT, [{"service_request_id": number, "token": str(named)}])


def _extended(request: HttpRequest) -> bool:
    return request.GET.get("extensions", "").strip().lower() == "true"
