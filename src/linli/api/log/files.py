"""The log's files as answers: immutable ones to be kept for a year, the checkpoint to be asked for again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from hashlib import sha256
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from linli.kernel.record import all_logs, log_called, verifier_keys
from linli.kernel.record.showing import NO_LOG, Shown
from linli.kernel.refusal import NotFound, Refusal
from linli.kernel.tlog import PROOF_SUFFIX

P = ParamSpec("P")

YEAR = 31_536_000
SOON = 1
"""Seconds for which a checkpoint may be taken for the newest: one a second is signed at most."""

BYTES = "application/octet-stream"
TEXT = "text/plain; charset=utf-8"


def public(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """For anybody, from any page, by GET alone; what is missing is said in a sentence and never kept by a cache."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            response = view(request, *args, **kwargs)
        except Refusal as refusal:
            response = HttpResponse(f"{refusal.sentence}\n", content_type=TEXT, status=refusal.status)
            patch_cache_control(response, no_store=True)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return answer


@public
def checkpoint(request: HttpRequest, name: str) -> HttpResponse:
    """The newest signed checkpoint."""
    return _kept(request, Shown(name).checkpoint(), TEXT, seconds=SOON)


@public
def tile(request: HttpRequest, name: str, tile: str) -> HttpResponse:
    """A tile or bundle of entries that the checkpoint covers."""
    return _kept(request, Shown(name).file(tile), BYTES, seconds=YEAR)


@public
def proof(request: HttpRequest, name: str, index: int) -> HttpResponse:
    """A .tlog-proof file of one entry, with the entry in it."""
    response = _kept(request, bytes(Shown(name).proof(index)), TEXT, seconds=SOON)
    response["Content-Disposition"] = f'attachment; filename="{name}-{index}{PROOF_SUFFIX}"'
    return response


@public
def keys(request: HttpRequest, name: str) -> HttpResponse:
    """Every verifier key the log signed with, one a line, oldest first. Compare them with those you hold."""
    head = log_called(name)
    if head is None:
        raise NotFound(NO_LOG)
    return _kept(request, _lines(str(key) for key in verifier_keys(head.id)), TEXT, seconds=SOON)


@public
def logs(request: HttpRequest) -> HttpResponse:
    """The logs there are: name and origin, one log a line."""
    return _kept(request, _lines(f"{head.name} {head.origin}" for head in all_logs()), TEXT, seconds=SOON)


def _lines(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _kept(request: HttpRequest, data: bytes, kind: str, *, seconds: int) -> HttpResponse:
    """The bytes with how long they hold; not sent again to whoever has them."""
    etag = f'"{sha256(data).hexdigest()[:32]}"'
    has = etag in parse_etags(request.headers.get("If-None-Match", ""))
    response = HttpResponseNotModified() if has else HttpResponse(data, content_type=kind)
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=seconds, **({"immutable": True} if seconds == YEAR else {}))
    return response
