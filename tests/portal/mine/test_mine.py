"""All that is mine, and who may read it."""

import pytest
from tests.neighbourhood import MONDAY
from tests.portal.conftest import WORDS

from linli.domains.matters.opening_texts import open_text
from linli.domains.people.actions import change_contact
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Account, Person
from linli.kernel.vault import Purpose, accesses

pytestmark = pytest.mark.django_db
PAGES = ("inbox", "seen", "contact", "channels", "acting", "erase")


def test_a_visitor_is_offered_the_ways_in(visitor):
    page = visitor.read("/mine/")
    assert "/sign-in/" in page.links
    assert "/track/" in page.links


@pytest.mark.parametrize("page", PAGES)
def test_what_is_personal_asks_to_sign_in_and_comes_back(visitor, page):
    assert visitor.get(f"/mine/{page}/")["location"] == f"/sign-in/?next=%2Fmine%2F{page}%2F"
    assert visitor.post("/mine/erase/", {"understood": "on"})["location"].startswith("/sign-in/")


def test_matters_stand_by_what_is_wanted(here, resident, life):
    from tests.domains.requests.lives import Life

    life.info_requested()
    closed = Life(here).closed()
    page = resident.read("/mine/")
    assert page.words.index(life.matter.number) < page.words.index("已办结") < page.words.index(closed.matter.number)


def test_messages_lead_to_what_they_are_about(resident, life):
    life.in_progress()
    page = resident.read("/mine/inbox/")
    assert f"/track/{life.matter.number}/" in page.links
    resident.send("/mine/inbox/read/")
    assert "全部标为已读" not in resident.read("/mine/inbox/").words


@pytest.mark.parametrize("query", ["?at=x&id=y", "?at=2026-03-02&id=1", "?at=2026-13-45T00:00Z&id=0"])
def test_an_address_we_did_not_write_begins_at_the_top(resident, query):
    resident.read(f"/mine/inbox/{query}")
    resident.read("/mine/seen/?before=" + query[4:])


def test_who_saw_my_data_is_said_in_words(here, resident, life):
    text = life.matter.texts.get()
    open_text(text.pk, by=here.desk, purpose=Purpose.RESOLVE, at=MONDAY)
    page = resident.read("/mine/seen/")
    assert "办理事项" in page.words
    assert "原文" in page.words
    assert life.matter.number in page.words
    assert WORDS not in page.words


def test_my_contact_is_opened_only_when_asked_for(here, resident):
    change_contact(person=here.resident.person, name="王示例", phone="13800000002", by=SYSTEM, at=MONDAY)
    assert "王示例" not in resident.read("/mine/contact/").html
    assert not accesses(here.resident.person)
    page = resident.send("/mine/contact/show/", status=200)
    assert "王示例" in page.words
    assert "13800000002" in page.words
    assert accesses(here.resident.person)[0].purpose == Purpose.OWN_COPY


def test_a_name_is_changed_and_a_wrong_address_kept_to_be_mended(here, resident):
    resident.send("/mine/contact/", {"name": "王阿姨", "email": ""})
    assert "王阿姨" in resident.send("/mine/contact/show/", status=200).words
    assert 'value="no address"' in resident.send("/mine/contact/", {"email": "no address"}, status=422).html


def test_forgetting_is_explained_asked_twice_and_final(here, resident, life):
    assert "无法恢复" in resident.read("/mine/erase/").words
    resident.send("/mine/erase/", {}, status=422)
    assert Person.objects.get(pk=here.resident.person).erased_at is None
    assert resident.send("/mine/erase/", {"understood": "on"}).location == "/"
    assert Person.objects.get(pk=here.resident.person).erased_at is not None
    assert not Account.objects.get(pk=here.resident.account).is_active
    assert "/sign-in/" in resident.read("/mine/").links


def test_an_account_without_a_person_is_told_where_its_contact_is(here):
    from tests.portal.conftest import Browser

    desk = Browser(here.desk.account)
    assert "办公端" in desk.read("/mine/contact/", status=403).words
    assert "办公端" in desk.read("/mine/erase/", status=403).words
    assert not {"/mine/contact/", "/mine/erase/"} & set(desk.read("/mine/").links)
    desk.read("/mine/seen/")
    desk.read("/mine/inbox/")
