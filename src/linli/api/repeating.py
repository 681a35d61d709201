"""Calls that may be sent again without doing their work twice: the Idempotency-Key header of every POST."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from inspect import signature
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Status
from pydantic_core import to_jsonable_python

from linli.api.receipts import promise, promised, promises
from linli.api.tokens import secret_of
from linli.domains.people.tokens.repeating import answer_once
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

HEADER = "Idempotency-Key"
LONGEST = 200
REPEATABLE = {
    "parameters": [
        {
            "in": "header",
            "name": HEADER,
            "required": False,
            "description": (
                "Any text of your own, new for each call (a UUID, say). If no answer arrives, send the same call with"
                " the same key: it takes effect once, and you get the answer that was lost. Keys are kept for a day"
                " and belong to your token. A key used for another call is refused with 422."
            ),
            "schema": {"type": "string", "maxLength": LONGEST},
        }
    ]
}
"""What the description says of it; goes into `openapi_extra`."""

Operation = Callable[..., Any]


def repeatable(operation: Operation) -> Operation:
    """Lets the operation be sent again under one key: its effect happens once."""

    @wraps(operation)
    def once(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if HEADER not in request.headers:
            return promised(request, lambda: operation(request, *args, **kwargs))

        def act() -> str:
            done = promised(request, lambda: operation(request, *args, **kwargs))
            status, body = (done.status_code, done.value) if isinstance(done, Status) else (200, done)
            return json.dumps([status, to_jsonable_python(body), promises(request)])

        status, body, signed = json.loads(answered_once(request, token=secret_of(request), act=act))
        promise(request, signed)
        return Status(status, body)

    once.__signature__ = signature(operation, eval_str=True)  # type: ignore[attr-defined]  # ninja reads it from here
    return once


def answered_once(request: HttpRequest, *, token: str, act: Callable[[], str]) -> str:
    """What the act answers, once for each key of a token; without a key, whenever it is asked."""
    if HEADER not in request.headers:
        return act()
    return answer_once(token, _key(request), asked=_asked(request), at=timezone.now(), act=act)


def _key(request: HttpRequest) -> str:
    key = request.headers[HEADER].strip()
    if not 0 < len(key) <= LONGEST:
        raise Invalid(
            say(
                "Idempotency-Key holds 1 to {most} characters of your own choice.",
                "Idempotency-Key 应为 1 至 {most} 个自选字符。",
                most=LONGEST,
            )
        )
    return key


def _asked(request: HttpRequest) -> bytes:
    """A digest of the call: of a form, its fields and files, since what parts them is new each time."""
    digest = sha256(f"{request.method} {request.get_full_path()} {request.headers.get('If-Match', '')}\n".encode())
    for part in _form(request) if request.content_type == "multipart/form-data" else [request.body]:
        digest.update(sha256(part).digest())
    return digest.digest()


def _form(request: HttpRequest) -> list[bytes]:
    fields = [f"{name}={value}" for name, values in sorted(request.POST.lists()) for value in values]
    return [field.encode() for field in fields] + [
        _content(file) for _, files in sorted(request.FILES.lists()) for file in files
    ]


def _content(file: Any) -> bytes:
    file.seek(0)
    content: bytes = file.read()
    file.seek(0)
    return content
