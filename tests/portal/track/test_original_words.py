"""The resident reads their own words without masks, and the log says so."""

import pytest
from tests.portal.conftest import WORDS

from linli.kernel.vault import Purpose, accesses

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(life):
    return life.matter.texts.get()


def where(life, said):
    return f"/track/{life.matter.number}/words/{said.pk}/"


def test_masked_words_offer_their_original(here, resident, life, said):
    page = resident.read(f"/track/{life.matter.number}/")
    assert WORDS not in page.words
    assert where(life, said) in page.html
    assert WORDS in resident.send(where(life, said), status=200).words
    (opened,) = accesses(here.resident.person)
    assert (opened.purpose, opened.matter) == (Purpose.OWN_COPY, life.matter.pk)


def test_htmx_is_answered_with_the_words_alone(resident, life, said):
    page = resident.send(where(life, said), status=200, headers={"hx-request": "true"})
    assert WORDS in page.words
    assert "<html" not in page.html


def test_words_without_masks_offer_nothing(here, resident):
    from tests.domains.requests.lives import Life

    plain = Life(here, text="路灯不亮")
    assert "/words/" not in resident.read(f"/track/{plain.matter.number}/").html


def test_nobody_else_opens_them(here, neighbour, visitor, life, said):
    for browser in (neighbour, visitor):
        browser.send(where(life, said), status=404)
    assert not accesses(here.resident.person)


def test_a_text_of_another_matter_is_not_opened_here(here, resident, neighbour, life, said):
    from tests.domains.requests.lives import Life

    other = Life(here)
    here.resident, here.neighbour = here.neighbour, here.resident
    theirs = Life(here, text=WORDS)
    resident.send(f"/track/{other.matter.number}/words/{theirs.matter.texts.get().pk}/", status=404)


def test_a_reading_without_asking_is_no_reading(resident, life, said):
    assert resident.get(where(life, said)).status_code == 405
