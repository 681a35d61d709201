"""The reach board and the doors that are left: for whoever goes there, of their own area, without a name."""

from __future__ import annotations

import pytest
from tests.neighbourhood import MONDAY, staff_member

from linli.domains.delivery.reach.actions import Taken, say_own, take, tick_door
from linli.domains.delivery.reach.kinds import Kind
from linli.domains.delivery.reach.queries import board, doors_left, own_door
from linli.domains.people.actor import SYSTEM, Actor
from linli.kernel.refusal import Invalid, NotAllowed, NotFound

pytestmark = pytest.mark.django_db


def confirmed(mailing, *places):
    take([Taken(mailing=mailing.pk, place=place.pk, kind=Kind.CONFIRMED, at=MONDAY) for place in places])


def test_the_board_says_how_many_doors_were_reached_part_by_part(here, walker, written):
    mailing = written("willow")
    confirmed(mailing, here.places["101"], here.places["201"], here.places["202"])
    whole = board(mailing.number, by=walker)
    assert [(part.path, part.doors, part.left) for part in whole.parts] == [(here.places["building"].path, 6, 3)]
    stairs = board(mailing.number, area=here.places["building"].path, by=walker)
    assert [(part.reached, part.left, part.percent) for part in stairs.parts] == [(1, 2, 33), (2, 1, 66)]
    assert (stairs.whole.doors, dict(stairs.whole.by_kind)[Kind.CONFIRMED]) == (6, 3)


def test_the_board_costs_three_statements_however_many_doors(here, walker, written, django_assert_num_queries):
    mailing = written("willow")
    with django_assert_num_queries(3):
        board(mailing.number, by=walker)


def test_the_doors_left_stand_in_the_order_one_walks_them(here, walker, written):
    mailing = written()
    confirmed(mailing, here.places["102"])
    left = doors_left(mailing.number, area=here.places["building"].path, by=walker)
    assert [door.name for door in left] == ["101室", "103室", "201室", "202室", "203室"]
    every = doors_left(mailing.number, area=here.places["building"].path, everyone=True, by=walker)
    assert [door.reached for door in every[:3]] == [None, Kind.CONFIRMED, None]


def test_nobody_sees_or_ticks_the_doors_of_another_area(here, written):
    far = staff_member(here, "far", "other_committee", {"reach.doors"}, area="poplar")
    mailing, place = written(), here.places["101"].pk
    for act in (
        lambda: board(mailing.number, by=far),
        lambda: board(mailing.number, area=here.places["building"].path, by=far),
        lambda: doors_left(mailing.number, area=here.places["building"].path, by=far),
        lambda: tick_door(mailing.number, place=place, kind=Kind.TOLD, by=far, at=MONDAY),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_whoever_answers_for_one_building_sees_that_one(here, written):
    leader = staff_member(here, "leader", "committee", {"reach.doors"}, area="building")
    assert board(written("willow").number, by=leader).area == here.places["building"].path


def test_a_place_nobody_knows_is_refused_in_words(here, walker, written):
    mailing = written()
    with pytest.raises(NotFound):
        doors_left(mailing.number, area=here.places["building"].path + "u99.", by=walker)
    with pytest.raises(NotFound):
        board("GG-0", by=SYSTEM)


def test_a_tick_counts_once_and_names_who_went(here, walker, written):
    mailing, place = written(), here.places["101"].pk
    assert tick_door(mailing.number, place=place, kind=Kind.TOLD, by=walker, at=MONDAY)
    assert not tick_door(mailing.number, place=place, kind=Kind.TOLD, by=walker, at=MONDAY)
    assert board(mailing.number, by=walker).whole.reached == 1


def test_reading_aloud_is_asked_for_first(here, walker, written):
    mailing, place = written(), here.places["101"].pk
    with pytest.raises(Invalid):
        tick_door(mailing.number, place=place, kind=Kind.READ_FOR, by=walker, at=MONDAY)
    assert tick_door(mailing.number, place=place, kind=Kind.READ_FOR, consent=True, by=walker, at=MONDAY)


def test_what_only_the_resident_can_say_is_not_ticked_at_the_door(here, walker, written):
    mailing = written()
    with pytest.raises(NotFound):
        tick_door(mailing.number, place=here.places["101"].pk, kind=Kind.CONFIRMED, by=walker, at=MONDAY)


def test_a_resident_confirms_for_their_home_and_for_no_other(here, lives, written):
    someone, stranger = lives("101"), lives("201")
    mailing = written("stair1")
    by = Actor(person=someone.pk)
    assert own_door(mailing.number, by=by).confirmed_at is None
    assert say_own(mailing.number, kind=Kind.CONFIRMED, by=by, at=MONDAY)
    assert own_door(mailing.number, by=by).confirmed_at == MONDAY
    with pytest.raises(NotAllowed):
        say_own(mailing.number, kind=Kind.CONFIRMED, by=Actor(person=stranger.pk), at=MONDAY)
    assert own_door(mailing.number, by=Actor()) is None


def test_whoever_only_declared_to_live_there_confirms_nothing(here, lives, written):
    someone = lives("101", confirmed=False)
    with pytest.raises(NotAllowed):
        say_own(written().number, kind=Kind.CONFIRMED, by=Actor(person=someone.pk), at=MONDAY)
