"""A report over five pages without scripts: nothing typed is lost, nothing personal lies about."""

import pytest
from tests.kernel.conftest import at_once
from tests.neighbourhood import build
from tests.portal.conftest import WORDS, Browser, drawn

from linli.domains.matters.models import Matter, Text
from linli.domains.people.models import Person
from linli.domains.people.signin.models import Limit, Session
from linli.domains.people.signin.sessions import SessionStore
from linli.portal.report import check

__all__ = ["at_once"]
pytestmark = pytest.mark.django_db


def write(browser, here, *, text=WORDS, upto="check", **you):
    """Answers the pages in their order and stops at `upto`."""
    assert browser.send("/report/", {"text": text}).location == "/report/where/"
    if upto == "where":
        return
    assert browser.send("/report/where/", {"place": here.places["building"].path}).location == "/report/about/"
    if upto == "about":
        return
    assert browser.send("/report/about/", {"category": "home.lift"}).location == "/report/you/"
    if upto == "you":
        return
    assert browser.send("/report/you/", you).location == "/report/check/"


def test_a_visitor_files_and_follows_it_by_a_code(here, visitor):
    write(visitor, here, phone="138 0000 0002", name="王阿姨", share="on")
    assert "13800000002" in visitor.read("/report/check/").words
    assert visitor.send("/report/check/").location == "/report/done/"
    matter = Matter.objects.get(kind="request")
    assert (matter.category, matter.visibility, matter.path) == ("home.lift", "shared", here.places["building"].path)
    done = visitor.read("/report/done/")
    assert matter.number in done.words
    code = done.html.split('code-words">')[1].split("<")[0]
    assert len(code.replace("-", "")) == 12
    assert code in visitor.read("/report/done/sheet/").words
    assert not any(code in link for link in done.links)
    assert "柳荫社区居委会" in visitor.read(f"/track/{matter.number}/").words
    assert Person.objects.get(pk=matter.opener_id).phone_ref is not None


def test_a_resident_files_without_being_asked_who_they_are(here, resident):
    write(resident, here, upto="you")
    page = resident.read("/report/you/")
    assert 'name="phone"' not in page.html
    resident.send("/report/you/", {"confidential": "on"})
    resident.send("/report/check/")
    assert Matter.objects.get(kind="request").opener_id == here.resident.person
    assert "查询码" not in resident.read("/report/done/").words


def test_nothing_typed_lies_readable_in_the_database(here, visitor):
    write(visitor, here, phone="13800000002", name="王阿姨")
    rows = [session.session_data for session in Session.objects.all()]
    decoded = [str(SessionStore().decode(row)) for row in rows]
    assert rows
    assert not any(secret in row for row in rows + decoded for secret in ("电梯", "13800000002", "王阿姨"))


def test_masked_words_name_it(here, visitor):
    write(visitor, here)
    visitor.send("/report/check/")
    assert "13800000002" not in Matter.objects.get(kind="request").title
    assert "13800000002" not in Text.objects.get().body


def test_whoever_comes_too_early_is_sent_to_the_first_open_page(here, visitor):
    for address in ("/report/where/", "/report/about/", "/report/you/", "/report/check/"):
        answer = visitor.get(address)
        assert (answer.status_code, answer["location"]) == (302, "/report/")
    assert visitor.get("/report/done/")["location"] == "/report/"
    write(visitor, here, upto="where")
    assert visitor.get("/report/check/")["location"] == "/report/where/"


def test_a_changed_answer_leads_straight_back_to_the_check(here, visitor):
    write(visitor, here)
    assert WORDS in visitor.read("/report/").html
    assert visitor.send("/report/", {"text": "二号楼门禁坏了"}).location == "/report/check/"
    assert "二号楼门禁坏了" in visitor.read("/report/check/").words


@pytest.mark.parametrize("text", ["", " ", "坏", "坏" * 4001])
def test_too_few_or_too_many_words_are_mended_on_the_same_page(visitor, text):
    page = visitor.send("/report/", {"text": text}, status=422)
    assert 'role="alert"' in page.html
    assert text.strip() in page.html


def test_a_number_that_cannot_be_called_is_kept_to_be_mended(here, visitor):
    write(visitor, here, upto="you")
    page = visitor.send("/report/you/", {"phone": "1380000", "name": "王阿姨"}, status=422)
    assert 'value="1380000"' in page.html
    assert 'value="王阿姨"' in page.html


@pytest.mark.parametrize("category", ["", "home", "no.such", "home.lift.more"])
def test_an_unknown_category_asks_again(here, visitor, category):
    write(visitor, here, upto="about")
    assert "哪方面的事" in visitor.send("/report/about/", {"category": category}, status=422).words


def test_a_field_of_categories_opens_its_things(here, visitor):
    write(visitor, here, upto="about")
    assert "?in=home" in visitor.read("/report/about/").links
    assert 'value="home.lift"' in visitor.read("/report/about/?in=home").html
    assert 'value="home.lift"' not in visitor.read("/report/about/?in=nowhere").html


def test_too_many_without_an_account_are_refused_and_the_words_stay(here, visitor):
    for _ in range(10):
        write(visitor, here)
        visitor.send("/report/check/")
    write(visitor, here)
    page = visitor.send("/report/check/", status=429)
    assert "频繁" in page.words
    assert WORDS in page.words
    assert Matter.objects.count() == 10
    Limit.objects.all().delete()
    visitor.send("/report/check/")
    assert Matter.objects.count() == 11


def test_a_draft_thrown_away_is_gone(here, visitor):
    write(visitor, here)
    assert visitor.send("/report/drop/").location == "/"
    assert visitor.get("/report/check/")["location"] == "/report/"


def test_a_place_retired_meanwhile_is_refused_and_the_words_stay(here, visitor):
    write(visitor, here)
    building = here.places["building"]
    building.active_until = building.active_from
    building.save()
    assert WORDS in visitor.send("/report/check/", status=422).words


def test_sent_again_because_its_answer_was_lost_it_is_filed_once_and_its_code_shown(here, visitor):
    write(visitor, here)
    visitor.send("/report/check/")
    assert visitor.send("/report/check/").location == "/report/done/"
    assert visitor.read("/report/done/").html.count('code-words">') == 1
    assert Matter.objects.count() == 1


def test_where_it_breaks_after_filing_nothing_was_filed_and_the_draft_stays(here, visitor, monkeypatch):
    write(visitor, here)
    visitor.raise_request_exception = False

    def breaks(*given, **more):
        raise ArithmeticError

    with monkeypatch.context() as broken:
        broken.setattr(check, "remember", breaks)
        assert visitor.post("/report/check/").status_code == 500
    assert Matter.objects.count() == 0
    assert visitor.send("/report/check/").location == "/report/done/"


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_pressed_eight_times_at_once_it_is_filed_once(at_once):
    here, browser = drawn(build()), Browser()
    write(browser, here)

    def press(_):
        same = Browser()
        same.cookies = browser.cookies
        return same.post("/report/check/")["location"]

    assert set(at_once(press, range(8))) == {"/report/done/"}
    assert Matter.objects.count() == 1
    assert Matter.objects.get().number in browser.read("/report/done/").words
