"""How a door shows a refusal: a page or, for htmx, a notice; a sentence that says what to do, with its status."""

from __future__ import annotations

import sys
from collections.abc import Callable
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import select_template

from linli.kernel.postgres import AGAIN_IN, absence
from linli.kernel.refusal import WAIT, Refusal
from linli.kernel.words import Words, say

DOORS = ("office", "portal")
"""Doors with pages of their own, on `<door>/base.html` where it is there, else on the door's bare layout."""

MACHINES = ("/api/", "/log/", "/open311/")

NO_PAGE = say(
    "There is no such page. Check the address, or go to the start page.", "没有这个页面。请核对地址，或回首页。"
)
NO_RIGHT = say(
    "This page is not open to you. Sign in with an account that may see it.", "你不能查看此页，请换有权限的账号登录。"
)
BAD = say("We cannot read what was sent. Go back and try once more.", "提交的内容无法识别，请返回重试。")
FORGED = say(
    "This form is out of date or did not come from this site. Load the page again and send it once more.",
    "表单已过期，或不是从本站提交的。请刷新页面后再提交一次。",
)
OTHER_METHOD = say(
    "This address only takes what a form sends. Go to the start page and open the form again.",
    "这个地址只接收表单提交的内容，请回首页重新打开表单。",
)
BROKEN = say(
    "Something broke on our side; nothing was changed. Try again, or call the community.",
    "系统出了问题，没有改动任何内容。请再试一次，或打社区电话。",
)


class RefusalMiddleware:
    """Turns a Refusal raised in any view of a door into its answer; machines' doors answer for themselves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Passes on; an address that only takes another method says so in words, one tried too often for how long."""
        WAIT.set(0)
        given = self.get_response(request)
        if given.status_code == HTTPStatus.TOO_MANY_REQUESTS and WAIT.get():
            given.headers["Retry-After"] = str(WAIT.get())
        if given.status_code != HTTPStatus.METHOD_NOT_ALLOWED or request.path.startswith(MACHINES):
            return given
        told = answer(request, OTHER_METHOD, HTTPStatus.METHOD_NOT_ALLOWED)
        told.headers["Allow"] = given.headers["Allow"]
        return told

    def process_view(self, request: HttpRequest, *given: object) -> HttpResponse | None:
        """Refuses the one character that no text here may hold, and the database cannot."""
        if request.path.startswith(MACHINES) or not _has_nul(request):
            return None
        return answer(request, BAD, HTTPStatus.BAD_REQUEST)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The refusal's page; None for anything else."""
        return answer(request, exception.sentence, exception.status) if isinstance(exception, Refusal) else None


def answer(request: HttpRequest, sentence: Words, status: int) -> HttpResponse:
    """The sentence as a page of the door that was used, or as a notice for htmx."""
    given = {"sentence": sentence, "status": status}
    if request.headers.get("HX-Request"):
        return render(request, "design/refusal_notice.html", given, status=status)
    door = next((door for door in DOORS if request.path.startswith(f"/{door}/")), "portal")
    layout = select_template([f"{door}/base.html", f"design/{door}.html"])
    home = "/office/" if door == "office" else "/"
    return render(request, "design/refusal.html", {**given, "layout": layout, "home": home}, status=status)


def _has_nul(request: HttpRequest) -> bool:
    typed = (value for given in (request.GET, request.POST) for _, values in given.lists() for value in values)
    return "\0" in request.path or any("\0" in str(value) for value in typed)


def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    """Django's handler404."""
    return answer(request, NO_PAGE, 404)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler403."""
    return answer(request, NO_RIGHT, 403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler400."""
    return answer(request, BAD, 400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW; the reason is for developers and stays out."""
    return answer(request, FORGED, 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler500: no template that could break again, no query; says so where the database is away."""
    away = absence(sys.exception())
    words, status = (away.sentence, away.status) if away else (BROKEN, 500)
    told = f'<!doctype html><meta charset="utf-8"><title>{status}</title><h1>{words.zh}</h1><p lang="en">{words.en}</p>'
    return HttpResponse(told, status=status, headers={"Retry-After": str(AGAIN_IN)} if status == 503 else {})
