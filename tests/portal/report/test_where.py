"""Choosing where: on the map, in the list, by name; down to the building and never to a home."""

import pytest

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import segment

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(here, visitor):
    visitor.send("/report/", {"text": "电梯坏了"})
    return visitor


def test_communities_are_links_on_the_map_and_in_the_list(here, asked):
    page = asked.read("/report/where/")
    for name in ("willow", "poplar"):
        assert [link for link in page.links if here.places[name].path in link]
    assert page.html.count("<path ") >= 2


def test_a_building_on_the_map_is_confirmed_before_it_is_taken(here, asked):
    willow, building = here.places["willow"], here.places["building"]
    page = asked.read(f"/report/where/?in={willow.path}")
    (link,) = [link for link in page.links if "at=" in link]
    pointed = asked.read(f"/report/where/{link.removeprefix('/report/where/')}")
    assert f'name="place" value="{building.path}"' in pointed.html
    assert "就是这里" in pointed.words


def test_a_building_is_found_by_name(here, asked):
    page = asked.read("/report/where/?q=3号")
    assert "柳荫社区3号楼" in page.words
    assert "没有找到" in asked.read("/report/where/?q=火星").words


def test_the_community_chosen_last_comes_first_next_time(here, asked):
    asked.send("/report/where/", {"place": here.places["building"].path})
    assert "换个社区" in asked.read("/report/where/").words
    assert "换个社区" not in asked.read("/report/where/?in=").words
    assert "柳荫社区" in asked.read("/").html


@pytest.mark.parametrize("place", ["", "x", "d1.s1.c9.", "d1.s1.", "d1.", "'; --"])
def test_a_place_that_is_not_offered_is_refused(here, asked, place):
    asked.send("/report/where/", {"place": place}, status=404)


def test_a_home_is_never_taken(here, asked):
    building = here.places["building"]
    path = building.path + segment(PlaceKind.HOME, 1)
    Place.objects.create(
        name="301", kind="home", parent=building, position=1, path=path, active_from=building.active_from
    )
    asked.send("/report/where/", {"place": path}, status=404)
    assert path not in asked.read(f"/report/where/?in={here.places['willow'].path}").html


def test_without_any_community_the_page_says_whom_to_call(visitor):
    visitor.send("/report/", {"text": "电梯坏了"})
    assert "12345" in visitor.read("/report/where/").words
