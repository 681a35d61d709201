"""Homes: places of kind home, registered once, seen by who may."""

from decimal import Decimal

import pytest

from linli.domains.holdings import actions, queries
from linli.domains.holdings.actions import NewHome
from linli.domains.holdings.vocabulary import HomeUse
from linli.domains.people.actor import ANYONE, SYSTEM
from linli.kernel.refusal import Invalid, NotAllowed, NotFound


def test_only_a_home_in_use_is_registered_and_only_once(block, at):
    with pytest.raises(NotFound):
        actions.register_homes(homes=[NewHome(block.building.id)], by=SYSTEM, at=at)
    with pytest.raises(Invalid):
        actions.register_homes(homes=[NewHome(block.rooms[0].id)], by=SYSTEM, at=at)


def test_the_desk_describes_homes_of_its_own_area(block, desk, in_post, at):
    actions.describe_home(home=block.homes[0], use=HomeUse.RENTED, area_m2=Decimal("61.5"), by=desk, at=at)
    (first, second) = queries.homes_below(block.building.path, by=desk)
    assert (first.words.zh, first.use, first.area_m2) == ("春风社区1号楼101室", HomeUse.RENTED, Decimal("61.5"))
    assert second.use is HomeUse.UNKNOWN
    stranger = in_post("community_worker", over=block.next_door)
    with pytest.raises(NotAllowed):
        actions.describe_home(home=block.homes[0], use=HomeUse.VACANT, by=stranger, at=at)
    with pytest.raises(NotAllowed):
        queries.homes_below(block.building.path, by=ANYONE)


@pytest.mark.parametrize("area", ["0", "-3", "1000000", "NaN"])
def test_an_area_is_a_sensible_number(block, desk, at, area):
    with pytest.raises(Invalid):
        actions.describe_home(home=block.homes[0], use=HomeUse.SELF, area_m2=Decimal(area), by=desk, at=at)


def test_a_resident_picks_their_home_and_finds_it_again(block, resident, at, django_assert_num_queries):
    actor = resident()
    household = actions.declare_home(place=block.rooms[1].id, by=actor, at=at)
    assert actions.declare_home(place=block.rooms[1].id, by=actor, at=at) == household
    with django_assert_num_queries(2):
        (home,) = queries.homes_of(actor.person, by=actor)
    assert (home.words.zh, home.confirmed, home.household) == ("春风社区1号楼102室", False, household)


def test_nobody_learns_where_someone_else_lives(block, resident, at):
    actor, neighbour = resident(), resident()
    actions.declare_home(place=block.rooms[0].id, by=actor, at=at)
    with pytest.raises(NotFound):
        queries.homes_of(actor.person, by=neighbour)


def test_only_a_home_can_be_picked_and_only_when_signed_in(block, resident, at):
    with pytest.raises(NotFound):
        actions.declare_home(place=block.building.id, by=resident(), at=at)
    with pytest.raises(NotAllowed):
        actions.declare_home(place=block.rooms[0].id, by=ANYONE, at=at)
