"""What is sealed opens for a purpose, by right, and never without a line the resident reads."""

from __future__ import annotations

import pytest
from tests.staffed import NAME, PHONE

from linli.domains.matters.models import Matter, Text
from linli.kernel.vault import accesses

TOLD = f"我是{NAME}，住3号楼2单元501室，电话{PHONE}，电梯坏了"


@pytest.fixture
def told(life):
    """A request whose words are full of identifiers, dispatched to the property company."""
    return life("dispatched", text=TOLD)


@pytest.fixture
def secret(life):
    """The same, by someone the unit is not to know."""
    return life("dispatched", text=TOLD, confidential=True)


def open_words(client, one, **given):
    text = Text.objects.get(matter=one.matter, field="text")
    return client.post(f"/office/matters/{one.matter.number}/texts/{text.pk}/", {"purpose": "resolve", **given})


def open_contact(client, one, **given):
    return client.post(f"/office/matters/{one.matter.number}/contact/", {"purpose": "contact", **given})


def log(one):
    return accesses(Matter.objects.get(pk=one.matter.pk).opener_id)


def test_a_page_shows_masked_words_and_opens_nothing(told, sign_in):
    shown = sign_in("desk").get(f"/office/matters/{told.matter.number}/").content.decode()
    assert PHONE not in shown
    assert "501" not in shown
    assert "查看原文" in shown
    assert log(told) == []


def test_the_original_opens_for_a_purpose_and_is_logged_by_name(told, sign_in):
    shown = open_words(sign_in("desk"), told).content.decode()
    assert TOLD in shown
    [line] = log(told)
    assert (line.purpose, line.matter) == ("resolve", told.matter.pk)
    assert "柳荫社区居委会" in line.by.label
    assert "desk" in line.by.label
    again = sign_in("desk").get(f"/office/matters/{told.matter.number}/").content.decode()
    assert PHONE not in again
    assert "被查看 1 次" in again


def test_the_contact_opens_for_a_purpose_and_is_logged(told, sign_in):
    shown = open_contact(sign_in("desk"), told).content.decode()
    assert NAME in shown
    assert PHONE in shown
    [line] = log(told)
    assert (set(line.fields), line.purpose) == ({"name", "phone"}, "contact")


@pytest.mark.parametrize("purpose", ["", "curiosity", "own_copy"])
@pytest.mark.parametrize("opening", [open_words, open_contact])
def test_nothing_opens_without_a_purpose(told, sign_in, opening, purpose):
    answer = opening(sign_in("desk"), told, purpose=purpose)
    assert answer.status_code == 422
    assert "请先选择用途" in answer.content.decode()
    assert log(told) == []


def test_the_unit_that_answers_reads_the_words_but_not_the_number(told, sign_in):
    part = told.lead
    handler = sign_in("handler")
    text = Text.objects.get(matter=told.matter, field="text")
    assert (
        TOLD in handler.post(f"/office/matters/{part.number}/texts/{text.pk}/", {"purpose": "resolve"}).content.decode()
    )
    assert open_contact(handler, told).status_code == 403


def test_a_confidential_reporter_stays_unknown_to_the_unit_and_known_to_the_desk(secret, sign_in):
    handler = sign_in("handler")
    assert "查看原文" not in handler.get(f"/office/matters/{secret.lead.number}/").content.decode()
    assert open_words(handler, secret).status_code == 403
    assert open_contact(handler, secret).status_code == 403
    assert log(secret) == []
    assert TOLD in open_words(sign_in("desk"), secret).content.decode()


def test_reading_along_opens_nothing(told, sign_in):
    assert open_words(sign_in("supervisor"), told).status_code == 403
    assert open_contact(sign_in("supervisor"), told).status_code == 403


def test_who_gave_nothing_is_said_to_have_given_nothing(here, life, sign_in):
    here.resident = here.neighbour
    shown = open_contact(sign_in("desk"), life("received")).content.decode()
    assert "没有留姓名和电话" in shown
