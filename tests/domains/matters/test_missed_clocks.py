"""Clocks that ran out: noticed once, told to whoever holds the matter; nothing closes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.domains.requests.lives import Life

from linli.domains.delivery.models import Message
from linli.domains.matters import jobs, missing
from linli.domains.matters.missing import MISSED, mark_missed
from linli.domains.matters.models import Clock, Event, Matter
from linli.domains.requests.lifecycle import request as life
from linli.kernel.events import subscribe
from linli.kernel.events.subscribing import SUBSCRIBERS
from linli.kernel.jobs import run_due

LATER = timedelta(days=40)


def letters(matter):
    return Message.objects.filter(template="matter.clock_missed", matter=matter.pk)


def test_a_clock_that_ran_out_is_told_to_the_unit_and_to_whoever_has_it(neighbourhood):
    here, walked = neighbourhood, Life(neighbourhood).signed()
    assert mark_missed(at=walked.at + LATER) == 2
    assert {letter.recipient for letter in letters(walked.matter)} == {here.units["committee"], here.handler.account}
    assert {letter.recipient for letter in letters(walked.lead)} == {here.units["property"], here.handler.account}


def test_each_clock_is_noticed_once(neighbourhood):
    walked = Life(neighbourhood).dispatched()
    at = walked.at + LATER
    assert mark_missed(at=at) == 2
    count = Message.objects.filter(template="matter.clock_missed").count()
    assert mark_missed(at=at + LATER) == 0
    assert Message.objects.filter(template="matter.clock_missed").count() == count
    assert set(Clock.objects.filter(stopped_at=None).values_list("missed_at", flat=True)) == {at}


def test_nothing_closes_and_nothing_is_entered(neighbourhood):
    walked = Life(neighbourhood).dispatched()
    before = list(Matter.objects.order_by("pk").values_list("state", "version", "closed_at")), Event.objects.count()
    mark_missed(at=walked.at + LATER)
    after = list(Matter.objects.order_by("pk").values_list("state", "version", "closed_at")), Event.objects.count()
    assert after == before


def test_what_still_has_time_stands_still_or_has_ended_is_not_missed(neighbourhood):
    walked = Life(neighbourhood).info_requested()
    assert mark_missed(at=walked.at) == 0
    assert mark_missed(at=walked.at + LATER) == 0  # the resident was asked: both clocks stand still
    Life(neighbourhood).withdrawn()
    assert mark_missed(at=walked.at + LATER) == 0


def test_a_clock_that_runs_on_after_it_was_missed_is_not_missed_twice(neighbourhood):
    walked = Life(neighbourhood).in_progress()
    mark_missed(at=walked.at + LATER)
    walked.at += LATER
    walked.does(life.Comment(text="还没修好"), neighbourhood.resident)
    assert mark_missed(at=walked.at + LATER) == 0


@pytest.fixture
def heard():
    """What a higher room hears."""
    events = []
    subscribe(MISSED, name="test.heard")(events.append)
    yield events
    del SUBSCRIBERS[MISSED]["test.heard"]


def test_higher_rooms_hear_of_each_once(neighbourhood, heard):
    walked = Life(neighbourhood).filed()
    mark_missed(at=walked.at + LATER)
    mark_missed(at=walked.at + LATER)
    run_due()
    assert {event.payload["clock"] for event in heard} == {"answer", "dispatch"}
    assert {event.payload["matter"] for event in heard} == {str(walked.matter.pk)}
    assert len(heard) == 2


def test_many_are_noticed_batch_by_batch(neighbourhood, monkeypatch):
    for _ in range(5):
        Life(neighbourhood)
    for module in (missing, jobs):
        monkeypatch.setattr(module, "BATCH", 2)
    jobs.mark_all_missed()
    assert Clock.objects.filter(missed_at=None).count() == 0


def test_five_cost_as_many_statements_as_one(neighbourhood, django_assert_num_queries):
    walked = Life(neighbourhood)
    mark_missed(at=walked.at + LATER)  # what is looked up once and kept
    Life(neighbourhood)
    with CaptureQueriesContext(connection) as one:
        mark_missed(at=walked.at + LATER)
    for _ in range(5):
        Life(neighbourhood)
    with django_assert_num_queries(len(one)):
        mark_missed(at=walked.at + LATER)
