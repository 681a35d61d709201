"""Every page of the residents' door looked at: phone and desk, both languages, large print."""

from __future__ import annotations

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY
from tests.portal.conftest import WORDS, drawn

from linli.domains.matters.following import follow
from linli.domains.people.actions import authorise, change_contact
from linli.domains.people.models import Account
from linli.domains.people.vocabulary import ActingBasis

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("portal")]

SHAPES = [(390, "zh-CN", ""), (1280, "en-US", ""), (320, "en-US", "30"), (390, "zh-CN", "24")]
ENGLISH = {"willow": "Crabapple Community", "poplar": "White Poplar Community", "building": "Building 3"}
"""As long as English names come: on a phone they are what runs out of the page first."""
STATES = (
    "received",
    "in_progress",
    "info_requested",
    "replied",
    "closed",
    "reopened",
    "not_accepted",
    "withdrawn",
    "appealed",
)


@pytest.fixture
def here(neighbourhood):
    change_contact(person=neighbourhood.resident.person, name="王示例", by=neighbourhood.resident, at=MONDAY)
    for place, english in ENGLISH.items():
        neighbourhood.places[place].name_en = english
    return drawn(neighbourhood)


@pytest.fixture
def lived(here):
    """One of the resident's own in every state, and one of a neighbour's."""
    mine = {state: getattr(Life(here, text=WORDS, share=True), state)().matter for state in STATES}
    follow(mine["replied"].number, by=here.neighbour, at=MONDAY, me_too=True)
    authorise(
        principal=here.neighbour.person,
        basis=ActingBasis.PROXY,
        scope=["request"],
        agent_person=here.resident.person,
        by=here.neighbour,
        at=MONDAY,
    )
    return mine


def opened(browse, shape, account=None):
    width, language, size = shape
    page = browse(account and Account.objects.get(pk=account), width=width, language=language)
    if size:
        page.goto("/")
        page.context.add_cookies([{"name": "linli_size", "value": size, "url": page.url}])
    return page


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_visitors_pages_are_fit_to_be_seen(here, lived, browse, look, shape):
    page = opened(browse, shape)
    willow = here.places["willow"].path
    for address in (
        "/",
        "/track/",
        f"/track/{lived['replied'].number}/",
        "/neighbours/",
        f"/neighbours/?in={willow}&about=home&state=open",
        "/neighbours/?about=traffic",
        f"/neighbours/{lived['replied'].number}/",
        f"/neighbours/{lived['appealed'].number}/",
        "/mine/",
        "/report/",
        "/nowhere/",
    ):
        page.goto(address)
        look(page)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_residents_pages_are_fit_to_be_seen(here, lived, browse, look, shape):
    page = opened(browse, shape, here.resident.account)
    for address in (
        "/",
        "/mine/",
        "/mine/inbox/",
        "/mine/seen/",
        "/mine/contact/",
        "/mine/channels/",
        "/mine/acting/",
        "/mine/erase/",
        *(f"/track/{matter.number}/" for matter in lived.values()),
        f"/track/{lived['info_requested'].number}/give_information/",
        f"/track/{lived['replied'].number}/judge/",
        f"/track/{lived['closed'].number}/reopen/",
        f"/track/{lived['received'].number}/withdraw/",
        f"/track/{lived['received'].number}/share/",
    ):
        page.goto(address)
        look(page)


def test_a_verdict_is_given_without_scripts(here, lived, browse):
    page = browse(Account.objects.get(pk=here.resident.account), width=390, script=False)
    page.goto("/")
    page.locator(f"a[href='/track/{lived['replied'].number}/']").first.click()
    page.locator("a.button.main").click()
    page.locator("form.verdict button.main").click()
    assert page.locator(".errors").count() == 1
    page.locator("label", has_text="是").nth(0).click()
    page.locator("label", has_text="是").nth(1).click()
    page.locator("form.verdict button.main").click()
    lived["replied"].refresh_from_db()
    assert lived["replied"].state == "closed"


def test_masked_words_are_shown_in_place(here, lived, browse, look):
    page = browse(Account.objects.get(pk=here.resident.account), width=390)
    page.goto(f"/track/{lived['received'].number}/")
    assert "13800000002" not in page.content()
    page.locator(".step-said button").click()
    page.get_by_text("13800000002").wait_for()
    look(page)


@pytest.mark.parametrize("size", ["", "24"])
def test_fingers_find_their_targets(here, lived, browse, size):
    """44 pixels, and 60 in large print; links within a sentence are read, not aimed at."""
    page = opened(browse, (390, "zh-CN", size), here.resident.account)
    least = 60 if size else 44
    for address in ("/", "/mine/", f"/track/{lived['replied'].number}/", f"/track/{lived['replied'].number}/judge/"):
        page.goto(address)
        small = page.evaluate(
            """least => [...document.querySelectorAll("main :is(button, .button, .tile, .act, .choice, .input, .chip)")]
              .map(one => [one.outerHTML.slice(0, 120), one.getBoundingClientRect()])
              .filter(([, box]) => box.width && box.height < least - 0.5).map(([html]) => html)""",
            least,
        )
        assert small == [], address
