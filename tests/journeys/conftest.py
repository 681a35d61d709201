"""Real browsers on real pages: whoever is signed in, on whatever width, in whichever language."""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.contrib.staticfiles import finders
from django.test import Client

HASHED = re.compile(r"\.[0-9a-f]{12}(?=\.)")
EXPECTED = ("status of 4", "Error Code 4", "[DOM]")
"""A refused form answers 4xx on purpose; the browser and htmx remark on it. `[DOM]` is about habits, not faults."""


@pytest.fixture
def browse(chromium, live_server):
    """Opens a browser for an account: `browse(account, width=390, language="en-US", script=False)`."""
    contexts = []
    base = live_server.url.replace("127.0.0.1", "localhost")

    def opened(account=None, *, width=1280, language="zh-CN", script=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 844}, locale=language, base_url=base, java_script_enabled=script
        )
        contexts.append(context)
        if account:
            client = Client()
            client.force_login(account)
            name = django_settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": base}])
        context.route("**/static/**", _file)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def look():
    """Whether a page is fit to be seen: nothing overflows, axe finds nothing, the console is silent."""
    from axe_playwright_python.sync_playwright import Axe

    def looked(page):
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, page.url
        assert [line for line in page.complaints if not any(part in line for part in EXPECTED)] == [], page.url
        found = Axe().run(page, options={"preload": False}).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], page.url
        page.complaints.clear()

    return looked


def _file(route):
    found = finders.find(HASHED.sub("", urlsplit(route.request.url).path.removeprefix("/static/")))
    if not found:
        return route.fulfill(status=404)
    return route.fulfill(body=Path(found).read_bytes(), content_type=mimetypes.guess_type(found)[0] or "text/plain")
