"""A place hangs elsewhere: its matters are read by whoever answers for it now, and by nobody who did before."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.matters.models import Matter, SearchRow
from linli.domains.matters.moving import follow_places
from linli.domains.matters.queries import get, list_matters
from linli.domains.matters.queries.listing import Filters
from linli.domains.matters.searching import search
from linli.domains.people.actor import SYSTEM
from linli.domains.places.actions import move
from linli.kernel.jobs import run_due
from linli.kernel.refusal import NotFound


def to_the_poplars(here):
    """The building moves to the other community."""
    return move(place=here.building, to=here.places["poplar"].pk, by=SYSTEM, at=MONDAY)


def test_requests_and_their_assignments_follow_the_building(neighbourhood):
    walked = Life(neighbourhood).dispatched()
    moved = to_the_poplars(neighbourhood)
    run_due()
    assert set(Matter.objects.values_list("path", flat=True)) == {moved.path}
    assert SearchRow.objects.get(matter=walked.matter).path == moved.path


def test_the_new_community_reads_and_finds_them_and_the_old_one_does_not(neighbourhood):
    here, walked = neighbourhood, Life(neighbourhood)
    to_the_poplars(here)
    run_due()
    assert get(walked.matter.pk, by=here.stranger).number == walked.matter.number
    assert [matter.pk for matter in list_matters(Filters(), by=here.stranger).rows] == [walked.matter.pk]
    assert [matter.pk for matter in search("电梯", by=here.stranger, kind="request")] == [walked.matter.pk]
    with pytest.raises(NotFound):
        get(walked.matter.pk, by=here.desk)


def test_what_was_being_opened_meanwhile_follows_a_minute_later(neighbourhood):
    walked = Life(neighbourhood)
    old = walked.matter.path
    moved = to_the_poplars(neighbourhood)
    run_due()
    Matter.objects.filter(pk=walked.matter.pk).update(path=old)  # committed late, under the path it had read
    run_due(until=timezone.now())
    assert Matter.objects.get().path == old
    run_due(until=timezone.now() + timedelta(minutes=2))
    assert Matter.objects.get().path == moved.path


def test_matters_elsewhere_stay_and_a_second_time_changes_nothing(neighbourhood):
    here = neighbourhood
    Life(here)
    there = Life(here, place=here.places["poplar"].pk)
    moved = to_the_poplars(here)
    assert follow_places(moved.path) == 1
    assert follow_places(moved.path) == 0
    assert Matter.objects.get(pk=there.matter.pk).path == here.places["poplar"].path
