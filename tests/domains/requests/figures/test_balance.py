"""Received = open + closed + merged + not accepted + dismissed + withdrawn, whatever became of whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.people.actor import SYSTEM
from linli.domains.requests.figures.queries import balance
from linli.domains.requests.lifecycle import REQUEST

pytestmark = pytest.mark.django_db
PERIOD = {"since": MONDAY - timedelta(days=1), "until": MONDAY + timedelta(days=1)}


def test_every_state_has_its_place_and_the_sum_is_what_was_received(neighbourhood, django_assert_num_queries):
    for state in REQUEST.states:
        getattr(Life(neighbourhood), state.code)()
    with django_assert_num_queries(1):
        found = balance(by=SYSTEM, **PERIOD)
    assert found.received == len(REQUEST.states)  # with the one that leads the merged one, without what was undone
    assert found.received == found.open + sum(found.apart.values())
    assert {state.code: count for state, count in found.apart.items()} == {
        "closed": 1,
        "merged": 1,
        "not_accepted": 1,
        "dismissed": 1,
        "withdrawn": 1,
    }
    assert (found.suspended, found.planned, found.external) == (1, 1, 1)


def test_only_what_the_reader_may_see_in_the_period_and_area_is_counted(neighbourhood):
    Life(neighbourhood).filed()
    Life(neighbourhood, place=neighbourhood.places["poplar"].pk)
    assert balance(by=SYSTEM, **PERIOD).received == 2
    assert balance(by=SYSTEM, area=neighbourhood.places["poplar"].path, **PERIOD).received == 1
    assert balance(by=neighbourhood.desk, **PERIOD).received == 1
    assert balance(by=neighbourhood.neighbour, **PERIOD).received == 0
    assert balance(by=SYSTEM, since=MONDAY - timedelta(days=9), until=MONDAY).received == 0
