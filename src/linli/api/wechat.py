"""The official account's callback: envelopes opened, the conversation asked, the answer sealed again."""

from __future__ import annotations

from time import monotonic
from typing import Any
from xml.etree import ElementTree as Tree  # no document type passes `_fields`, so nothing can expand
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from linli.domains.delivery.wechat.envelopes import Sealer, forged, signature_of, signed_right
from linli.domains.requests.talking.conversation import answer
from linli.domains.requests.talking.late import answer_late
from linli.domains.requests.talking.message import ChatMessage, What
from linli.kernel.refusal import Refusal

WINDOW = 600
"""Seconds by which a call may be old; WeChat repeats what was not answered within fifteen."""

PATIENCE = 4.0
"""WeChat waits five seconds; what takes longer is answered by a message of its own."""

LARGEST = 64_000
KINDS: dict[str, What] = {"text": "text", "image": "picture", "subscribe": "follows", "unsubscribe": "leaves"}


@csrf_exempt  # a machine calls, and signs what it says
@require_http_methods(["GET", "POST"])
def callback(request: HttpRequest) -> HttpResponse:
    """WeChat's question whether we are there, or a message; what is not WeChat's is refused and does nothing."""
    try:
        if not settings.WECHAT_TOKEN or not _fresh(request):
            raise forged()
        if request.method == "GET":
            return _there(request)
        return _spoken(request)
    except Refusal as refusal:
        return HttpResponse(str(refusal.sentence), status=refusal.status, content_type="text/plain; charset=utf-8")


def _fresh(request: HttpRequest) -> bool:
    stamp = request.GET.get("timestamp", "")
    known = stamp.isascii() and stamp.isdecimal() and len(stamp) < 12
    return known and abs(timezone.now().timestamp() - int(stamp)) <= WINDOW


def _signed(request: HttpRequest, name: str, *more: str) -> bool:
    asked = request.GET
    return signed_right(
        asked.get(name, ""), settings.WECHAT_TOKEN, asked.get("timestamp", ""), asked.get("nonce", ""), *more
    )


def _there(request: HttpRequest) -> HttpResponse:
    if not _signed(request, "signature"):
        raise forged()
    return HttpResponse(request.GET.get("echostr", "")[:100], content_type="text/plain; charset=utf-8")


def _spoken(request: HttpRequest) -> HttpResponse:
    began = monotonic()
    sealer = Sealer(settings.WECHAT_APP, settings.WECHAT_AES_KEY) if settings.WECHAT_AES_KEY else None
    said = _open(request, sealer)
    message = _message(said)
    words = answer(message, at=timezone.now())
    if words is None:
        return HttpResponse("success")
    if monotonic() - began > PATIENCE:
        answer_late(message, words)
        return HttpResponse("success")
    return HttpResponse(_reply(said, words.in_language(settings.LANGUAGE_CODE), sealer), content_type="text/xml")


def _open(request: HttpRequest, sealer: Sealer | None) -> dict[str, str]:
    """The message's fields. Where a key is set nothing in clear is taken."""
    if len(request.body) > LARGEST:
        raise forged()
    outer = _fields(request.body)
    if sealer is None:
        if not _signed(request, "signature"):
            raise forged()
        return outer
    sealed = outer.get("Encrypt", "")
    if not sealed or not _signed(request, "msg_signature", sealed):
        raise forged()
    return _fields(sealer.open(sealed).encode())


def _fields(octets: bytes) -> dict[str, str]:
    if b"<!DOCTYPE" in octets or b"<!ENTITY" in octets or b"\x00" in octets:
        raise forged()
    try:
        root = Tree.fromstring(octets.decode())  # noqa: S314 - as said above
    except (Tree.ParseError, ValueError) as error:
        raise forged() from error
    return {child.tag: child.text or "" for child in root}


def _message(said: dict[str, str]) -> ChatMessage:
    address = said.get("FromUserName", "")
    if not 0 < len(address) <= 64 or not address.isascii():
        raise forged()
    kind = said.get("MsgType", "")
    happened = said.get("Event", "").lower() if kind == "event" else kind
    own = said.get("MsgId") or f"{signature_of(address)}:{said.get('CreateTime', '')}:{happened}"
    return ChatMessage(
        id=own[:120],
        address=address,
        what=KINDS.get(happened, "nothing" if kind == "event" else "else"),
        text=said.get("Content", ""),
        picture=said.get("MediaId", "")[:200],
    )


def _reply(said: dict[str, str], words: str, sealer: Sealer | None) -> str:
    stamp = str(int(timezone.now().timestamp()))
    reply = _xml(
        ToUserName=said["FromUserName"],
        FromUserName=said.get("ToUserName", ""),
        CreateTime=stamp,
        MsgType="text",
        Content=words,
    )
    if sealer is None:
        return reply
    sealed, nonce = sealer.seal(reply), get_random_string(12)
    signature = signature_of(settings.WECHAT_TOKEN, stamp, nonce, sealed)
    return _xml(Encrypt=sealed, MsgSignature=signature, TimeStamp=stamp, Nonce=nonce)


def _xml(**fields: Any) -> str:
    return f"<xml>{''.join(f'<{name}>{escape(value)}</{name}>' for name, value in fields.items())}</xml>"
