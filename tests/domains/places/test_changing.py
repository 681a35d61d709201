"""Renaming, redrawing, retiring and moving."""

import pytest

from linli.domains.people.actor import ANYONE, SYSTEM
from linli.domains.places import actions, queries
from linli.domains.places.kinds import PlaceKind
from linli.kernel.refusal import Invalid, NotAllowed


@pytest.fixture
def other(subdistrict, put):
    return put("秋实社区", PlaceKind.COMMUNITY, under=subdistrict)


def test_a_renamed_place_stays_the_same_place(community, at):
    renamed = actions.rename(place=community.id, name="春晖社区", by=SYSTEM, at=at)
    assert (renamed.id, renamed.path) == (community.id, community.path)
    assert renamed.words.zh == renamed.words.en == "春晖社区"


def test_a_name_in_use_next_door_is_refused(community, other, at):
    with pytest.raises(Invalid):
        actions.rename(place=community.id, name="秋实社区", by=SYSTEM, at=at)


def test_retiring_takes_the_whole_subtree_out_of_use_but_not_away(community, put, at):
    building = put("1号楼", PlaceKind.BUILDING, under=community)
    assert actions.retire(place=community.id, by=SYSTEM, at=at) == 2
    assert not queries.get(building.id).active
    assert queries.picker(within=community.path) == []


def test_a_moved_building_takes_its_homes_along(community, other, put, at):
    building = put("1号楼", PlaceKind.BUILDING, under=community)
    home = put("101室", PlaceKind.HOME, under=building)
    moved = actions.move(place=building.id, to=other.id, by=SYSTEM, at=at)
    assert moved.path.startswith(other.path)
    assert queries.get(home.id).path == moved.path + "h1."
    assert queries.children(community.id) == []


def test_a_place_cannot_be_moved_below_itself_or_under_something_narrower(community, put, at):
    grid = put("第一网格", PlaceKind.GRID, under=community)
    building = put("1号楼", PlaceKind.BUILDING, under=community)
    for to in (grid, building):
        with pytest.raises(Invalid):
            actions.move(place=community.id, to=to.id, by=SYSTEM, at=at)
    with pytest.raises(Invalid):
        actions.move(place=grid.id, to=building.id, by=SYSTEM, at=at)


def test_an_outline_brings_its_box_and_a_point_inside_and_can_be_taken_away(community, square, at):
    drawn = actions.redraw(place=community.id, geometry=square(116, 39), by=SYSTEM, at=at)
    assert (drawn.lon, drawn.lat) == (116.5, 39.5)
    assert actions.redraw(place=community.id, geometry=None, by=SYSTEM, at=at).lon is None


def test_strangers_change_nothing(community, other, at):
    for change in (
        lambda: actions.rename(place=community.id, name="我的社区", by=ANYONE, at=at),
        lambda: actions.redraw(place=community.id, geometry=None, by=ANYONE, at=at),
        lambda: actions.retire(place=community.id, by=ANYONE, at=at),
        lambda: actions.move(place=community.id, to=other.id, by=ANYONE, at=at),
    ):
        with pytest.raises(NotAllowed):
            change()
