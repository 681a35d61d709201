"""A building leader or proxy acts for someone, by a recorded authorisation and in plain sight."""

import pytest
from tests.neighbourhood import MONDAY
from tests.portal.conftest import WORDS

from linli.domains.matters.models import Event, Matter
from linli.domains.matters.tracking import tracked_by
from linli.domains.people.actions import authorise, change_contact, withdraw_authorisation
from linli.domains.people.vocabulary import ActingBasis
from linli.kernel.vault import accesses

pytestmark = pytest.mark.django_db


@pytest.fixture
def granted(here):
    """The resident lets the neighbour act for them."""
    change_contact(person=here.resident.person, name="王示例", by=here.resident, at=MONDAY)
    return authorise(
        principal=here.resident.person,
        basis=ActingBasis.PROXY,
        scope=["request"],
        agent_person=here.neighbour.person,
        by=here.resident,
        at=MONDAY,
    )


def start(browser, granted):
    browser.send("/mine/acting/", {"authorisation": str(granted)})


def test_whom_one_acts_for_is_shown_by_name_and_they_can_read_by_whom(here, neighbour, granted):
    assert "/mine/acting/" in neighbour.read("/mine/").links
    assert "王示例" in neighbour.read("/mine/acting/").words
    (opened,) = accesses(here.resident.person)
    assert "书面委托" in opened.by.label


def test_what_an_agent_files_is_the_others_and_says_so(here, neighbour, resident, granted):
    start(neighbour, granted)
    assert "你正在替别人办事" in neighbour.read("/report/").words
    neighbour.send("/report/", {"text": WORDS})
    neighbour.send("/report/where/", {"place": here.places["building"].path})
    neighbour.send("/report/about/", {"category": "home.lift"})
    neighbour.send("/report/you/", {})
    neighbour.send("/report/check/")
    matter = Matter.objects.get(kind="request")
    assert matter.opener_id == here.resident.person
    event = Event.objects.get(matter=matter)
    assert (event.by_person_id, event.on_behalf_of_id, event.authorisation) == (
        here.neighbour.person, here.resident.person, granted,
    )  # fmt: skip
    done = neighbour.read("/report/done/")
    assert "请把查询码和打印的回执交给本人" in done.words
    code = done.html.split('code-words">')[1].split("<")[0]
    assert tracked_by(code) == matter.pk
    assert code in neighbour.read("/report/done/sheet/").words
    assert matter.number in resident.read("/mine/").words
    assert matter.number in neighbour.read("/mine/").words


def test_whoever_stops_is_themselves_again(neighbour, granted, life):
    start(neighbour, granted)
    neighbour.read(f"/track/{life.matter.number}/")
    neighbour.send("/mine/acting/stop/")
    neighbour.read(f"/track/{life.matter.number}/", status=404)


def test_an_agent_reads_neither_the_others_log_nor_their_contact(here, neighbour, granted, life):
    start(neighbour, granted)
    neighbour.read("/mine/seen/")
    assert "王示例" not in neighbour.send("/mine/contact/show/", status=200).words
    assert "先停止代办" in neighbour.read("/mine/erase/", status=403).words


def test_an_authorisation_taken_back_ends_at_once(here, neighbour, granted, life):
    start(neighbour, granted)
    withdraw_authorisation(authorisation=granted, by=here.resident, at=MONDAY)
    neighbour.read(f"/track/{life.matter.number}/", status=404)
    assert "你正在替别人办事" not in neighbour.read("/report/").words


@pytest.mark.parametrize("invented", ["", "x", "00000000-0000-7000-8000-000000000000"])
def test_nobody_acts_without_one(neighbour, invented):
    neighbour.send("/mine/acting/", {"authorisation": invented}, status=403)
    assert "还没有人委托你" in neighbour.read("/mine/acting/").words


def test_someone_elses_authorisation_is_none(here, resident, granted):
    resident.send("/mine/acting/", {"authorisation": str(granted)}, status=403)
