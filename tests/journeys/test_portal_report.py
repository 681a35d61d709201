"""A report on a phone: with scripts, without them, by keyboard alone; nothing typed is lost."""

from __future__ import annotations

import re
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from PIL import Image
from tests.portal.conftest import WORDS, drawn

from linli.domains.matters.models import Matter

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("portal")]


@pytest.fixture
def here(neighbourhood):
    return drawn(neighbourhood)


def walk(page, look, *, text=WORDS, photo=None):
    """From the first page to the last, as anybody would tap."""
    page.goto("/")
    page.locator(".act.main").click()
    page.fill("#id_text", text)
    look(page)
    page.locator("form.form button.main").click()
    page.locator("nav.tiles a").first.click()
    look(page)
    page.locator("button.tile", has_text=re.compile("3号楼|Building 3")).click()
    look(page)
    page.locator(".tile:visible").first.click()
    page.locator("button.tile:visible").first.click()
    look(page)
    page.locator("form.form button.main").click()
    look(page)
    if photo:
        page.set_input_files("#files", {"name": "photo.png", "mimeType": "image/png", "buffer": photo})
    page.locator("form.form button.main").click()
    page.wait_for_url("**/report/done/")
    look(page)


def photo():
    drawn = BytesIO()
    Image.new("RGB", (60, 40), (40, 90, 70)).save(drawn, "PNG")
    return drawn.getvalue()


@pytest.mark.parametrize("script", [True, False], ids=["scripts", "no scripts"])
def test_a_visitor_reports_on_a_phone_and_follows_it(here, browse, look, script):
    page = browse(width=390, script=script)
    walk(page, look if script else lambda page: None, photo=photo())
    code = page.locator(".code-words").inner_text()
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", code)
    page.locator("a.button.main").click()
    assert Matter.objects.get(kind="request").number in page.content()
    assert code not in page.url
    assert page.locator(".files-of button").count() == 1

    other = browse(width=390, script=script)
    other.goto("/track/")
    other.fill("#id_code", code)
    other.locator("form.form button.main").click()
    other.wait_for_url(re.compile(r"/track/SQ"))
    assert "柳荫社区居委会" in other.content()


def test_what_was_typed_comes_back_after_the_page_was_lost(here, browse):
    page = browse(width=390)
    page.goto("/report/")
    page.fill("#id_text", WORDS)
    page.locator("[data-draft-note]:not([hidden])").wait_for()
    page.goto("/")
    page.goto("/report/")
    assert page.locator("#id_text").input_value() == WORDS


def test_a_report_is_made_by_keyboard_alone_its_building_found_on_the_map(here, browse, look):
    page = browse(width=1280)
    page.goto("/report/")
    for where, typed in [
        ("#id_text", WORDS),
        ("form.form button.main", "Enter"),
        ("svg a[aria-label^='柳荫社区']", "Enter"),
        ("svg a[aria-label='3号楼']", "Enter"),
        ("#here button", "Enter"),
        (".tile", "Enter"),
        ("button.tile", "Enter"),
        ("#id_phone", "13800009999"),
        ("form.form button.main", "Enter"),
        ("form.form button.main", "Enter"),
    ]:
        tab_to(page, where)
        look(page)
        if typed == "Enter":
            with page.expect_navigation():
                page.keyboard.press("Enter")
        else:
            page.keyboard.type(typed)
    page.wait_for_url("**/report/done/")
    assert Matter.objects.get(kind="request").place_id == here.building


def tab_to(page, where):
    """Presses Tab until it is there, as whoever has no mouse does; fails where it cannot be reached."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("where => document.activeElement.matches(where)", where):
            return
    raise AssertionError(f"{where} is not reached by Tab on {page.url}")


def test_every_page_of_a_report_fits_in_the_largest_print(here, browse, look):
    page = browse(width=390, language="en-US")
    page.goto("/")
    page.context.add_cookies([{"name": "linli_size", "value": "30", "url": page.url}])
    walk(page, look)


def test_a_report_takes_five_short_pages(here, browse):
    page = browse(width=390)
    seen = []
    page.on("framenavigated", lambda frame: seen.append(urlsplit(frame.url).path))
    walk(page, lambda page: None)
    asked = [path for path in dict.fromkeys(seen) if path.startswith("/report/")]
    assert asked == ["/report/", "/report/where/", "/report/about/", "/report/you/", "/report/check/", "/report/done/"]
