"""What neighbours read of one another: only what was shared, masked; and how they say "me too"."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY
from tests.portal.conftest import WORDS

from linli.domains.matters.following import interest
from linli.domains.matters.queries import followed
from linli.domains.requests.lifecycle.request import Withdraw
from linli.portal.neighbours import views

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared(life):
    return life.filed()


def test_only_what_was_shared_and_filed_is_shown(here, visitor, life):
    private = Life(here, text="家里漏水").filed()
    assert life.matter.number not in visitor.read("/neighbours/").words
    life.filed()
    page = visitor.read("/neighbours/")
    assert f"/neighbours/{life.matter.number}/" in page.links
    assert f"/neighbours/{private.matter.number}/" not in page.links
    visitor.read(f"/neighbours/{private.matter.number}/", status=404)


def test_the_public_page_shows_steps_and_units_but_no_words_and_no_names(visitor, shared):
    page = visitor.read(f"/neighbours/{shared.matter.number}/")
    assert "受理立案" in page.words
    assert "柳荫社区居委会" in page.words
    assert "13800000002" not in page.html
    assert WORDS not in page.html
    assert "desk" not in page.words
    assert "/words/" not in page.html


def test_a_verdict_is_nobody_elses_business(here, visitor):
    closed = Life(here, share=True).closed()
    assert "对办理满意吗" not in visitor.read(f"/neighbours/{closed.matter.number}/").words


def test_the_list_narrows_by_place_state_and_subject(here, visitor, shared):
    willow, poplar = here.places["willow"].path, here.places["poplar"].path
    link = f"/neighbours/{shared.matter.number}/"
    for query, found in (
        (f"?in={willow}", True),
        (f"?in={poplar}", False),
        ("?about=home", True),
        ("?about=traffic", False),
        ("?state=open", True),
        ("?state=ended", False),
        ("?in=nowhere&about=x&state=y", True),
    ):
        assert (link in visitor.read(f"/neighbours/{query}").links) is found, query


def test_the_map_counts_by_community(here, visitor, shared, monkeypatch):
    monkeypatch.setattr(views, "PERIOD", timezone.now() - MONDAY + timedelta(days=1))
    page = visitor.read("/neighbours/")
    assert "柳荫社区: 1 件" in page.html
    assert "白杨社区: 0 件" in page.html
    assert f"?in={here.places['willow'].path}" in page.links


def test_a_page_key_that_is_not_ours_is_refused(visitor):
    assert "第一页" in visitor.read("/neighbours/?after=nonsense", status=422).words


def test_me_too_counts_everyone_once(here, neighbour, shared):
    address = f"/neighbours/{shared.matter.number}/"
    for _ in range(2):
        assert neighbour.send(f"{address}follow/", {"me_too": "1"}).location == address
    assert interest([shared.matter])[shared.matter.pk] == (1, 1)
    page = neighbour.read(address)
    assert "1 位邻居说“我也是”" in page.words
    assert "你说过“我也是”" in page.words
    assert shared.matter.number in neighbour.read("/mine/").html
    neighbour.send(f"{address}unfollow/")
    assert shared.matter.number not in neighbour.read("/mine/").html


def test_a_visitor_signs_in_first_and_comes_back(visitor, shared):
    address = f"/neighbours/{shared.matter.number}/"
    assert (
        visitor.send(f"{address}follow/", {"me_too": "1"}).location
        == f"/sign-in/?next=%2Fneighbours%2F{shared.matter.number}%2F"
    )
    assert interest([shared.matter]) == {}


def test_whose_it_is_is_led_to_their_own_page(resident, shared):
    page = resident.read(f"/neighbours/{shared.matter.number}/")
    assert f"/track/{shared.matter.number}/" in page.links
    assert "me_too" not in page.html


@pytest.mark.parametrize("act", ["follow", "unfollow"])
def test_following_asked_for_by_its_address_leads_to_the_matter(neighbour, shared, act):
    answer = neighbour.get(f"/neighbours/{shared.matter.number}/{act}/")
    assert answer["location"] == f"/neighbours/{shared.matter.number}/"


def test_what_somebody_takes_back_neighbours_see_no_more(here, visitor, neighbour, shared, monkeypatch):
    monkeypatch.setattr(views, "PERIOD", timezone.now() - MONDAY + timedelta(days=1))
    number, willow = shared.matter.number, here.places["willow"].path
    assert "柳荫社区: 1 件" in visitor.read("/neighbours/").html
    neighbour.send(f"/neighbours/{number}/follow/")
    shared.does(Withdraw(), here.resident)
    for page in ("/neighbours/", f"/neighbours/?in={willow}", "/neighbours/?state=ended"):
        seen = visitor.read(page)
        assert number not in seen.html
        assert "电梯" not in seen.words
    assert "柳荫社区: 0 件" in visitor.read("/neighbours/").html
    assert number not in neighbour.read("/mine/").html
    told = visitor.read(f"/neighbours/{number}/", status=410).words
    assert "报事人已撤回这件事" in told
    assert "电梯" not in told
    assert followed(by=here.neighbour) == []


def test_what_was_never_shared_stays_unknown_when_taken_back(here, visitor, life):
    private = Life(here, text="家里漏水").filed()
    private.does(Withdraw(), here.resident)
    visitor.read(f"/neighbours/{private.matter.number}/", status=404)
