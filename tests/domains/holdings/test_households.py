"""Households: one head, joined and left, known to the desk before anyone acts on them."""

from datetime import timedelta

import pytest

from linli.domains.holdings import actions, queries
from linli.domains.holdings.actions import NewHousehold
from linli.domains.holdings.models import Household
from linli.domains.holdings.vocabulary import Relation
from linli.domains.people import actions as persons
from linli.domains.people import queries as people
from linli.domains.people.actor import ANYONE, SYSTEM
from linli.kernel.ids import new_id
from linli.kernel.jobs import run_due
from linli.kernel.refusal import Invalid, NotAllowed, NotFound


@pytest.fixture
def family(block, desk, person, at):
    """A couple in room 101: (household, husband, wife)."""
    husband, wife = person(), person()
    new = NewHousehold(block.homes[0], [(husband, Relation.HEAD), (wife, Relation.SPOUSE)])
    (household,) = actions.form_households(households=[new], by=desk, at=at)
    return household, husband, wife


def test_who_lives_under_a_building(block, family, desk, django_assert_num_queries):
    household, husband, wife = family
    with django_assert_num_queries(2):
        (seen,) = queries.households_below(block.building.path, by=desk)
    assert (seen.id, seen.head, seen.confirmed) == (household, husband, True)
    assert [(member.person, member.relation) for member in seen.members] == [
        (husband, Relation.HEAD),
        (wife, Relation.SPOUSE),
    ]
    assert queries.residents_below(block.community.path, by=desk) == {husband, wife}
    assert queries.residents_below(block.next_door.path, by=desk) == set()
    assert queries.lives_below(wife, block.community.path)
    assert not queries.lives_below(wife, block.next_door.path)


def test_only_who_may_sees_who_lives_there(block, family, in_post):
    leader_next_door = in_post("building_leader", over=block.next_door)
    for stranger in (ANYONE, leader_next_door, in_post("volunteer", over=block.community)):
        with pytest.raises(NotAllowed):
            queries.households_below(block.building.path, by=stranger)
        with pytest.raises(NotAllowed):
            queries.residents_below(block.building.path, by=stranger)


def test_many_households_are_formed_in_a_few_statements(block, person, at, django_assert_max_num_queries):
    news = [NewHousehold(block.homes[1], [(person(), Relation.HEAD)]) for _ in range(50)]
    with django_assert_max_num_queries(8):
        actions.form_households(households=news, by=SYSTEM, at=at)
    assert Household.objects.count() == 50


def test_a_household_of_several_has_one_head(block, person, at):
    for relations in ((Relation.HEAD, Relation.HEAD), (Relation.SPOUSE, Relation.CHILD)):
        new = NewHousehold(block.homes[0], [(person(), relation) for relation in relations])
        with pytest.raises(Invalid):
            actions.form_households(households=[new], by=SYSTEM, at=at)
    assert not Household.objects.exists()


def test_members_join_once_and_leave(family, desk, person, at):
    household, husband, _ = family
    child = person()
    actions.add_member(household=household, person=child, relation=Relation.CHILD, by=desk, at=at)
    with pytest.raises(Invalid):
        actions.add_member(household=household, person=child, relation=Relation.CHILD, by=desk, at=at)
    with pytest.raises(Invalid):
        actions.add_member(household=household, person=person(), relation=Relation.HEAD, by=desk, at=at)
    with pytest.raises(NotFound):
        actions.add_member(household=household, person=new_id(), relation=Relation.CHILD, by=desk, at=at)
    actions.remove_member(household=household, person=husband, by=desk, at=at)
    assert Household.objects.get(pk=household).head_id is None
    actions.add_member(household=household, person=husband, relation=Relation.HEAD, by=desk, at=at)
    assert Household.objects.get(pk=household).head_id == husband


def test_when_the_last_member_leaves_the_household_is_over(family, desk, at):
    household, husband, wife = family
    later = at + timedelta(days=30)
    for person in (husband, wife):
        actions.remove_member(household=household, person=person, by=desk, at=later)
    assert Household.objects.get(pk=household).until == later
    with pytest.raises(NotFound):
        actions.dissolve_household(household=household, by=desk, at=later)


def test_someone_moves_out_without_asking_but_cannot_move_others(block, resident, family, at):
    actor = resident()
    own = actions.declare_home(place=block.rooms[0].id, by=actor, at=at)
    household, husband, _ = family
    with pytest.raises(NotAllowed):
        actions.remove_member(household=household, person=husband, by=actor, at=at)
    actions.remove_member(household=own, person=actor.person, by=actor, at=at)
    assert queries.homes_of(actor.person, by=actor) == []


def test_a_leader_files_for_whom_the_desk_knows_to_live_in_their_building(block, family, in_post, at):
    household, husband, _ = family
    leader = in_post("building_leader", over=block.building)
    granted = actions.act_as_building_leader(household=household, person=husband, by=leader, at=at)
    acting = people.acting_for(leader, authorisation=granted, scope="request", at=at)
    assert acting.stands_for == husband
    with pytest.raises(NotAllowed):
        people.acting_for(leader, authorisation=granted, scope="vote", at=at)
    for stranger in (in_post("building_leader", over=block.next_door), ANYONE):
        with pytest.raises(NotAllowed):
            actions.act_as_building_leader(household=household, person=husband, by=stranger, at=at)


def test_a_home_that_someone_merely_claims_lets_nobody_act(block, resident, in_post, desk, at):
    actor, leader = resident(), in_post("building_leader", over=block.building)
    household = actions.declare_home(place=block.rooms[0].id, by=actor, at=at)
    assert not queries.lives_below(actor.person, block.building.path)
    with pytest.raises(NotAllowed):
        actions.act_as_building_leader(household=household, person=actor.person, by=leader, at=at)
    actions.confirm_household(household=household, by=desk, at=at)
    actions.act_as_building_leader(household=household, person=actor.person, by=leader, at=at)
    assert queries.lives_below(actor.person, block.building.path)


def test_where_an_erased_person_lived_is_forgotten(block, family, desk, resident, at):
    _, husband, wife = family
    loner = resident()
    alone = actions.declare_home(place=block.rooms[1].id, by=loner, at=at)
    for person in (husband, loner.person):
        persons.erase_person(person=person, reason="asked", by=SYSTEM, at=at)
    run_due()
    (seen,) = queries.households_below(block.building.path, by=desk)
    assert (seen.head, [member.person for member in seen.members]) == (None, [wife])
    assert not Household.objects.filter(pk=alone).exists()
