"""Both doors in a real browser: on a phone and a desk, in both languages and large print, by code, app and passkey."""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone

from linli.domains.people.models import Account
from linli.domains.people.signin import actions
from linli.domains.people.vocabulary import AccountKind

HASHED = re.compile(r"\.[0-9a-f]{12}(?=\.)")
PLATFORM_KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(chromium, live_server, settings, request):
    """A page of the demo at the doors; `request.param`: (width, language, large print)."""
    settings.DEMO = True
    width, language, size = getattr(request, "param", (390, "zh-CN", ""))
    base = live_server.url.replace("127.0.0.1", "localhost")
    context = chromium.new_context(viewport={"width": width, "height": 844}, locale=language, base_url=base)
    if size:
        context.add_cookies([{"name": "linli_size", "value": size, "url": base}])
    context.route("**/static/**", _file)
    opened = context.new_page()
    opened.complaints = []
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    yield opened
    context.close()


def arrived(page, end):
    """Waits for an address whose path ends so."""
    page.wait_for_url(lambda url: urlsplit(url).path.endswith(end))


def _file(route):
    found = finders.find(HASHED.sub("", urlsplit(route.request.url).path.removeprefix("/static/")))
    if not found:
        return route.fulfill(status=404)
    return route.fulfill(body=Path(found).read_bytes(), content_type=mimetypes.guess_type(found)[0] or "text/plain")


@pytest.fixture
def look(page):
    """Checks that a page is fit to be seen: nothing overflows, axe finds nothing, the console is silent."""
    from axe_playwright_python.sync_playwright import Axe

    def looked():
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, page.url
        assert [line for line in page.complaints if "422" not in line and "[DOM]" not in line] == []
        found = Axe().run(page, options={"preload": False}).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], page.url
        page.wait_for_timeout(50)
        page.complaints.clear()  # what axe itself tried is not the page's

    return looked


EVERYWHERE = pytest.mark.parametrize(
    "page", [(390, "zh-CN", ""), (1280, "zh-CN", ""), (390, "en-US", ""), (390, "zh-CN", "30")], indirect=True
)


@EVERYWHERE
def test_a_resident_comes_in_by_code(page, look):
    page.goto("/sign-in/?next=/sign-in/mine/")
    look()
    page.fill("#id_phone", "123")
    page.click("form.form button")
    look()
    page.fill("#id_phone", "138 0000 0001")
    page.click("form.form button")
    arrived(page, "/code/")
    assert page.evaluate("document.activeElement.id") == "id_code"
    look()
    page.fill("#id_code", "000")
    page.click("form.form button")
    page.wait_for_selector(".errors")
    look()
    page.click("button[name=code]")
    arrived(page, "/mine/")
    look()


@pytest.mark.parametrize("page", [(390, "zh-CN", ""), (1280, "en-US", "")], indirect=True)
def test_staff_come_in_and_set_up_their_second_factor(page, look):
    now = timezone.now()
    new = Account.objects.create(kind=AccountKind.STAFF, username="wang.new", display_name="王", opened_at=now)
    actions.set_password(new, "plum-blossom-7", temporary=True, at=now)
    page.goto("/office/sign-in/?next=/sign-in/mine/")
    look()
    page.fill("#id_username", "wang.new")
    page.fill("#id_password", "plum-blossom-7")
    page.click("form.form button")
    arrived(page, "/enrol/")
    look()
    page.click("button[name=code]")
    page.wait_for_selector(".codes")
    look()
    page.click("a.main")
    arrived(page, "/new-password/")
    look()
    page.fill("#id_password", "spring lane gate 7")
    page.fill("#id_repeated", "spring lane gate 7")
    page.click("form.form button")
    arrived(page, "/mine/")


def test_a_resident_adds_a_passkey_and_comes_in_by_it(page, look):
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": PLATFORM_KEY})
    page.goto("/sign-in/?next=/sign-in/mine/")
    page.fill("#id_phone", "13800000001")
    page.click("form.form button")
    page.click("button[name=code]")
    page.click("form[data-passkey=add] button")
    page.wait_for_selector(".notice[data-tone=done]")
    look()
    page.click("form[data-clears-drafts] button")
    page.goto("/sign-in/?next=/sign-in/mine/")
    page.click("form[data-passkey=use] button")
    arrived(page, "/mine/")
    assert page.locator("form[data-clears-drafts]").count() == 1


def test_without_scripts_the_way_in_is_the_same(chromium, live_server, settings):
    settings.DEMO = True
    context = chromium.new_context(java_script_enabled=False, base_url=live_server.url)
    context.route("**/static/**", _file)
    page = context.new_page()
    page.goto("/sign-in/?next=/sign-in/mine/")
    assert not page.locator("form[data-passkey]").is_visible()
    page.fill("#id_phone", "13800000001")
    page.click("form.form button")
    page.click("button[name=code]")
    assert urlsplit(page.url).path == "/sign-in/mine/"
    context.close()
