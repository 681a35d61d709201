"""A report on a phone: with scripts, without them, by keyboard alone; nothing typed is lost."""

from __future__ import annotations

import re

import pytest
from tests.portal.conftest import WORDS, drawn

from linli.domains.matters.models import Matter

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("portal")]


@pytest.fixture
def here(neighbourhood):
    return drawn(neighbourhood)


def walk(page, look, *, text=WORDS):
    """From the first page to the last, as anybody would tap."""
    page.goto("/")
    page.locator(".act.main").click()
    page.fill("#id_text", text)
    look(page)
    page.locator("form.form button.main").click()
    page.locator("nav.tiles a").first.click()
    look(page)
    page.locator("button.tile", has_text="3号楼").click()
    look(page)
    page.locator(".tile", has_text="房屋与物业").click()
    page.locator("button.tile", has_text="电梯").click()
    look(page)
    page.locator("form.form button.main").click()
    look(page)
    page.locator("form.form button.main").click()
    page.wait_for_url("**/report/done/")


@pytest.mark.parametrize("script", [True, False], ids=["scripts", "no scripts"])
def test_a_visitor_reports_on_a_phone_and_follows_it(here, browse, look, script):
    page = browse(width=390, script=script)
    walk(page, look if script else lambda page: None)
    code = page.locator(".code-words").inner_text()
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", code)
    page.locator("a.button.main").click()
    assert Matter.objects.get(kind="request").number in page.content()
    assert code not in page.url

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


def test_a_building_is_chosen_on_the_map_by_keyboard_alone(here, browse, look):
    page = browse(width=1280)
    page.goto("/report/")
    page.fill("#id_text", WORDS)
    page.locator("form.form button.main").click()
    page.locator("svg a[aria-label^='柳荫社区']").focus()
    page.keyboard.press("Enter")
    page.locator("svg a[aria-label='3号楼']").focus()
    page.keyboard.press("Enter")
    page.locator("#here button").wait_for()
    look(page)
    page.locator("#here button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/about/")


def test_a_report_takes_less_than_a_minute(here, browse):
    """Six pages and eight taps beside the words themselves: what the machine needs of the minute is little."""
    import time

    page = browse(width=390)
    begun = time.monotonic()
    walk(page, lambda page: None)
    assert time.monotonic() - begun < 30
