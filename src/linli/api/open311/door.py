"""What every operation shares: its format, its errors in the specification's shape, and that no session opens it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.views.decorators.csrf import csrf_exempt

from linli.api.open311.formats import TYPES, XML, Answer, written
from linli.kernel.postgres import AGAIN_IN, absence
from linli.kernel.refusal import NotFound, Refusal
from linli.kernel.words import say

Operation = Callable[..., Answer]

STATUSES = {HTTPStatus.UNPROCESSABLE_ENTITY.value: HTTPStatus.BAD_REQUEST.value}
"""The specification knows 400 for whatever cannot be used as it was sent."""
UNREADABLE = say(
    "The request cannot be read. Compare it with the GeoReport v2 specification; text is UTF-8.",
    "请求无法识别，请对照 GeoReport v2 规范检查；文字应为 UTF-8 编码。",
)
NO_FORMAT = say("Ask for .xml or .json.", "请以 .xml 或 .json 结尾。")
NO_METHOD = say("This address takes {methods} alone.", "这个地址只接受 {methods}。")


def operations(**by_method: Operation) -> Callable[..., HttpResponse]:
    """A view that answers each of these methods, and every refusal, in the format that the address ends with.

    Callers are known by keys alone, which no other site can make a browser send: no form token is asked for.
    """

    def view(request: HttpRequest, *, form: str, **named: str) -> HttpResponse:
        if form not in TYPES:
            return _refused(NotFound(NO_FORMAT), form=XML)
        method = "GET" if request.method == "HEAD" else str(request.method)
        if method not in by_method:
            told = _refused(Refusal(NO_METHOD.fill(methods=", ".join(by_method)), status=405), form=form)
            told["Allow"] = ", ".join(by_method)
            return told
        return _answered(by_method[method], request, form=form, **named)

    return csrf_exempt(wraps(next(iter(by_method.values())))(view))


def _answered(operation: Operation, request: HttpRequest, *, form: str, **named: str) -> HttpResponse:
    try:
        if _has_nul(request):
            raise BadRequest
        return written(operation(request, **named), form=form)
    except Refusal as refusal:
        return _refused(refusal, form=form)
    except (BadRequest, SuspiciousOperation, MultiPartParserError):
        return _refused(Refusal(UNREADABLE, status=400), form=form)
    except (DatabaseError, InterfaceError) as error:
        away = absence(error)
        if away is None:
            raise
        told = _refused(away, form=form)
        told["Retry-After"] = str(AGAIN_IN)
        return told


def _refused(refusal: Refusal, *, form: str) -> HttpResponse:
    status = STATUSES.get(refusal.status, refusal.status)
    errors: list[dict[str, Any]] = [{"code": status, "description": str(refusal.sentence)}]
    return written(Answer("errors", errors), form=form, status=status)


def _has_nul(request: HttpRequest) -> bool:
    """The one character that no text here may hold, and the database cannot."""
    typed = (value for given in (request.GET, request.POST) for _, values in given.lists() for value in values)
    return "\0" in request.path or any("\0" in str(value) for value in typed)
