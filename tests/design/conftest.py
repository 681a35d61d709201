"""The style page drawn in any door, language and size, and shown in a real browser without a server."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import RequestFactory
from django.utils import translation

from linli.design import gallery, reading

POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'"


def _style_page(*, door="portal", language="zh-hans", size=""):
    """The style page's HTML."""
    request = RequestFactory().get("/design/", {"door": door})
    if size:
        request.COOKIES[reading.SIZE_COOKIE] = size
    with translation.override(language):
        return gallery.gallery(request).content.decode()


@pytest.fixture
def style_page():
    return _style_page


@pytest.fixture
def show(chromium):
    """Opens the style page; `complaints` collects what the browser's console said."""
    contexts = []

    def opened(*, width=1280, dark=False, script=True, **page):
        html = _style_page(**page)
        context = chromium.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        contexts.append(context)
        context.route("**/*", lambda route: _answer(route, html))
        shown = context.new_page()
        shown.complaints = []
        shown.on("console", lambda message: shown.complaints.append(message.text))
        shown.on("pageerror", lambda error: shown.complaints.append(str(error)))
        shown.goto("http://linli.test/design/")
        return shown

    yield opened
    for context in contexts:
        context.close()


def _answer(route, html):
    path = urlsplit(route.request.url).path
    if not path.startswith("/static/"):
        return route.fulfill(body=html, content_type="text/html", headers={"content-security-policy": POLICY})
    found = finders.find(path.removeprefix("/static/"))
    if not found:
        return route.fulfill(status=404, body=path)
    return route.fulfill(body=Path(found).read_bytes(), content_type=mimetypes.guess_type(found)[0] or "text/plain")
