"""A mailing is written to every home once, whoever is killed when; one letter a household, outside where agreed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from tests.neighbourhood import MONDAY

from linli.domains.delivery.channels import Channel
from linli.domains.delivery.models import Message, Sending
from linli.domains.delivery.reach import enqueueing
from linli.domains.delivery.reach.actions import begin_mailing, mute, stop_mailing, unmute
from linli.domains.delivery.reach.enqueueing import write_slice
from linli.domains.delivery.reach.jobs import take_up, write_mailing
from linli.domains.delivery.reach.models import Door, Mailing, Stair
from linli.domains.holdings.models import Household
from linli.domains.places.models import Place
from linli.kernel.jobs import run_due

pytestmark = pytest.mark.django_db
NIGHT = MONDAY.replace(hour=23)


def doors(mailing) -> int:
    return Door.objects.filter(mailing=mailing).count()


def test_every_home_of_the_places_is_in_it_and_no_other(here, written):
    mailing = written("stair1")
    assert set(Door.objects.values_list("place", flat=True)) == {here.places[f"10{n}"].pk for n in (1, 2, 3)}
    assert (mailing.homes, mailing.done_at is not None) == (3, True)


def test_a_home_that_is_no_more_is_left_out(here, begun):
    Place.objects.filter(pk=here.places["101"].pk).update(active_until=MONDAY)
    mailing = begun()
    write_mailing(mailing=mailing.pk)
    assert doors(mailing) == 5


def test_staircases_count_their_doors_across_slices(here, begun, monkeypatch):
    monkeypatch.setattr(enqueueing, "SLICE", 2)
    write_mailing(mailing=begun().pk)
    assert list(Stair.objects.order_by("path").values_list("doors", flat=True)) == [3, 3]


def test_it_goes_on_where_a_killed_worker_stopped(here, begun, monkeypatch):
    monkeypatch.setattr(enqueueing, "SLICE", 4)
    mailing = begun()
    assert write_slice(mailing.pk, now=MONDAY) == (True, False)
    assert doors(mailing) == 4
    run_due()
    take_up()
    run_due()
    assert doors(mailing) == Mailing.objects.get().homes == 6


def test_places_apart_are_each_written_whole(here, begun, monkeypatch):
    monkeypatch.setattr(enqueueing, "SLICE", 2)
    mailing = begun("stair2", "stair1")
    write_mailing(mailing=mailing.pk)
    assert doors(mailing) == 6


def test_begun_twice_it_is_one(here, begun):
    mailing = begun()
    again = {"template_key": "test.out", "params": {}, "paths": mailing.paths, "urgent": False}
    assert begin_mailing(number=mailing.number, matter=mailing.matter, at=MONDAY, **again) is False
    run_due()
    assert doors(mailing) == 6


def test_written_again_nothing_is_doubled(here, lives, written):
    lives("101")
    mailing = written()
    Mailing.objects.update(done_at=None)
    write_mailing(mailing=mailing.pk)
    assert (doors(mailing), Message.objects.count()) == (6, 1)


def test_stopped_it_tells_nobody_else(here, begun):
    mailing = begun()
    stop_mailing(mailing.number, at=MONDAY)
    run_due()
    assert doors(mailing) == 0


def test_a_household_gets_one_letter_and_two_households_of_a_home_one_each(here, lives, written):
    first = lives("101")
    lives("101", household=Household.objects.get())
    other = lives("101")
    written()
    assert set(Message.objects.values_list("recipient", flat=True)) == {first.pk, other.pk}


def test_whoever_can_be_reached_outside_gets_it_for_the_household(here, lives, person, written, agreed):
    from linli.domains.people.models import Person

    lives("101")
    Person.objects.create(pk=person, registered_at=MONDAY)
    lives("101", household=Household.objects.get(), person=person)
    agreed(Channel.SMS, "13800000001")
    written()
    assert Message.objects.get().recipient == Sending.objects.get().message.recipient == person


def test_a_household_that_was_only_declared_gets_none(here, lives, written):
    lives("101", confirmed=False)
    written()
    assert not Message.objects.exists()


@pytest.fixture
def reachable(here, lives, person, agreed):
    from linli.domains.people.models import Person

    Person.objects.create(pk=person, registered_at=MONDAY)
    agreed(Channel.SMS, "13800000001")
    lives("101", person=person)
    return person


def test_in_quiet_hours_it_waits_for_the_morning(reachable, begun):
    write_slice(begun(at=NIGHT).pk, now=NIGHT)
    assert Sending.objects.get().due_at == (MONDAY + timedelta(days=1)).replace(hour=8)


def test_an_emergency_does_not_wait(reachable, begun):
    write_slice(begun(urgent=True, at=NIGHT).pk, now=NIGHT)
    assert Sending.objects.get().due_at == NIGHT


def test_who_turned_notices_off_is_sent_none_but_has_it_in_the_inbox(reachable, written):
    mute(reachable, at=MONDAY)
    written()
    assert (Message.objects.count(), Sending.objects.count()) == (1, 0)
    written(urgent=True, number="GG-2")
    assert Sending.objects.count() == 1
    unmute(reachable)
    written(number="GG-3")
    assert Sending.objects.count() == 2


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_write_each_home_once(here, begun, monkeypatch):
    monkeypatch.setattr(enqueueing, "SLICE", 1)
    mailing = begun()

    def work(_):
        try:
            while write_slice(mailing.pk, now=timezone.now())[0]:
                pass
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(work, range(3)))
    assert doors(mailing) == Mailing.objects.get().homes == 6
    assert sum(Stair.objects.values_list("doors", flat=True)) == 6
