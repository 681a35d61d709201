"""Real browsers on real pages: whoever is signed in, on whatever width, in whichever language."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.test import Client, override_settings

EXPECTED = ("status of 4", "Error Code 4", "[DOM]")
"""A refused form answers 4xx on purpose; the browser and htmx remark on it. `[DOM]` is about habits, not faults."""
AXE = {"preload": False, "resultTypes": ["violations"]}


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory):
    """The static files as they are served: the style sheet's small files in one."""
    root = tmp_path_factory.mktemp("static")
    laid = {**django_settings.STORAGES, "staticfiles": {"BACKEND": "linli.design.storage.StaticFiles"}}
    with override_settings(STATIC_ROOT=root, STORAGES=laid):
        call_command("collectstatic", interactive=False, verbosity=0)
    return root


@pytest.fixture
def browse(chromium, live_server, laid_out):
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
        context.route("**/static/**", lambda route: _file(route, laid_out))
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
        page.wait_for_load_state()
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, page.url
        assert [line for line in page.complaints if not any(part in line for part in EXPECTED)] == [], page.url
        found = Axe().run(page, options=AXE).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], page.url
        page.complaints.clear()

    return looked


def _file(route, root: Path):
    file = root / urlsplit(route.request.url).path.removeprefix("/static/")
    if not file.is_file():
        return route.fulfill(status=404)
    return route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file)[0] or "text/plain")
