"""Who calls: nobody in particular, or the account behind a token, which the specification calls an api_key."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from linli.api import tokens
from linli.domains.people.actor import Actor
from linli.domains.people.signin.actions import Use, spend, visit_of
from linli.domains.people.signin.policy import FILE_BY_MACHINE, READ_OPENLY
from linli.kernel.refusal import Invalid, NotAllowed
from linli.kernel.words import say

NAME = "api_key"
NO_KEY = say(
    "A valid api_key is needed to file. Ask the system administrator here for a token, and send it as the field"
    " api_key or as “Authorization: Bearer …”.",
    "提交需要有效的 api_key。请向系统管理员申请令牌，以 api_key 字段或 “Authorization: Bearer …” 发送。",
)
UNKNOWN_KEY = say(
    "This api_key is unknown, revoked or expired. Leave it out to read what is public, or ask for a new one.",
    "这个 api_key 不存在、已作废或已过期。读公开内容可不带，否则请重新申请。",
)
IN_ADDRESS = say(
    "Addresses are written into logs. Send the api_key as “Authorization: Bearer …”, and have this one replaced.",
    "网址会留在日志里。请把 api_key 放在 “Authorization: Bearer …” 里发送，并更换已写进网址的这一个。",
)


def reader(request: HttpRequest, *, at: datetime) -> Actor | None:
    """The account whose token came along, or None for a member of the public, of whom a network may ask so much."""
    _refuse_in_address(request)
    secret = bearer(request)
    if not secret:
        spend([Use(READ_OPENLY, visit_of(request).mark)], at=at)
        return None
    actor = tokens.READ.authenticate(request, secret)
    if actor is None:
        raise NotAllowed(UNKNOWN_KEY)
    return actor


def filer(request: HttpRequest, *, at: datetime) -> tuple[Actor, str]:
    """The account that files, and its token; each may file so much."""
    _refuse_in_address(request)
    secret = request.POST.get(NAME, "").strip() or bearer(request)
    actor = tokens.FILE.authenticate(request, secret) if secret else None
    if actor is None or actor.account is None:
        raise NotAllowed(UNKNOWN_KEY if secret else NO_KEY)
    spend([Use(FILE_BY_MACHINE, actor.account)], at=at)
    return actor, secret


def bearer(request: HttpRequest) -> str:
    """The token in the header; empty where there is none."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def _refuse_in_address(request: HttpRequest) -> None:
    if NAME in request.GET:
        raise Invalid(IN_ADDRESS)
