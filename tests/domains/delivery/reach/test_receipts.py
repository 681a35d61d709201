"""Receipts: the first of each kind is kept, the strongest counts, and the counts are always those of the doors."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from tests.neighbourhood import MONDAY

from linli.domains.delivery.reach.kinds import Kind
from linli.domains.delivery.reach.models import Door, Receipt, Stair
from linli.domains.delivery.reach.receipts import Taken, take
from linli.kernel.ids import new_id

pytestmark = pytest.mark.django_db
WALKER = new_id()


def told(mailing, place, kind, *, minutes=0) -> Taken:
    by = WALKER if kind in (Kind.TOLD, Kind.READ_FOR, Kind.SIGNED) else None
    at = MONDAY + timedelta(minutes=minutes)
    return Taken(mailing=mailing.pk, place=place, kind=kind, at=at, by=by, consent=kind == Kind.READ_FOR)


def assert_counts_are_those_of_the_doors():
    for stair in Stair.objects.all():
        of_doors = Counter(Door.objects.filter(stair=stair).values_list("reached", flat=True))
        assert {kind: getattr(stair, kind.code) for kind in Kind} == {kind: of_doors[kind.value] for kind in Kind}
        assert stair.doors == sum(of_doors.values())


def test_the_first_of_a_kind_is_kept_and_a_repeat_changes_nothing(here, written):
    mailing, place = written(), here.places["101"].pk
    assert take([told(mailing, place, Kind.READ)]) == 1
    assert take([told(mailing, place, Kind.READ, minutes=9)]) == 0
    assert Receipt.objects.get().at == MONDAY
    assert_counts_are_those_of_the_doors()


def test_a_door_counts_once_by_its_strongest_in_whatever_order_they_come(here, written):
    mailing, place = written(), here.places["101"].pk
    take([told(mailing, place, Kind.SIGNED)])
    take([told(mailing, place, Kind.DELIVERED), told(mailing, place, Kind.READ)])
    stair = Stair.objects.get(path=here.places["stair1"].path)
    assert (stair.signed, stair.read, stair.delivered) == (1, 0, 0)
    assert Receipt.objects.count() == 3


def test_the_same_twice_in_one_batch_keeps_the_earlier(here, written):
    mailing, place = written(), here.places["101"].pk
    assert take([told(mailing, place, Kind.READ, minutes=5), told(mailing, place, Kind.READ)]) == 1
    assert Receipt.objects.get().at == MONDAY


def test_a_home_it_was_not_meant_for_counts_for_nothing(here, written):
    mailing = written("stair1")
    assert take([told(mailing, here.places["201"].pk, Kind.READ), told(mailing, new_id(), Kind.READ)]) == 0
    assert_counts_are_those_of_the_doors()


def test_read_aloud_without_their_wish_is_refused_by_the_table_itself(here, written):
    mailing = written()
    with pytest.raises(IntegrityError):
        take([Taken(mailing=mailing.pk, place=here.places["101"].pk, kind=Kind.READ_FOR, at=MONDAY, by=WALKER)])


def test_any_number_costs_two_statements(here, written, django_assert_num_queries):
    mailing = written()
    homes = list(Door.objects.values_list("place", flat=True))
    with django_assert_num_queries(4):  # with the savepoint around them
        assert take([told(mailing, home, kind) for home in homes for kind in Kind]) == 36
    assert_counts_are_those_of_the_doors()


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_many_at_once_in_any_order_never_lock_each_other_out_and_add_up(here, written):
    mailing = written()
    every = [told(mailing, home, kind) for home in Door.objects.values_list("place", flat=True) for kind in Kind]

    def send(seed):
        mixed = random.Random(seed).sample(every, len(every))
        try:
            return sum(take(mixed[start : start + 5]) for start in range(0, len(mixed), 5))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(send, range(8))) == len(every) == Receipt.objects.count()
    assert_counts_are_those_of_the_doors()
