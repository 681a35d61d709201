"""A digest is frozen once, on the record, from what the record told by then."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.domains.insight.weeks_lived import (
    AFTER,
    COPIED,
    WEEK,
    frozen,
    lively,
    messages,
    person,
    put_in_order,
)
from tests.domains.requests.lives import Life

from linli.domains.insight.freezing import freeze
from linli.domains.insight.models import Digest
from linli.domains.insight.reading import Log, logs_of
from linli.domains.insight.telling import tell
from linli.domains.matters.engine import perform
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.figures.queries import balance
from linli.domains.requests.lifecycle import REQUEST, exclusion
from linli.kernel.record import body_of, open_log
from linli.kernel.record.models import Entry


def test_its_numbers_are_its_entry_and_every_place_has_its_own(neighbourhood):
    messages(neighbourhood, 3)
    digest = frozen(neighbourhood)
    assert body_of(digest.entry) == digest.numbers
    assert Entry.objects.get(id=digest.entry).stream == f"{neighbourhood.places['willow'].path}/digest"
    assert sorted(Digest.objects.values_list("place__name", "numbers__received")) == [
        ("柳荫社区", 3),
        ("柳荫街道", 3),
        ("白杨社区", 0),
    ]


def test_every_request_stands_in_one_state_as_the_figures_have_it(neighbourhood):
    for state in REQUEST.states:
        getattr(Life(neighbourhood), state.code)()
    numbers = frozen(neighbourhood).numbers
    same = balance(by=SYSTEM, since=WEEK.since, until=WEEK.until, area=neighbourhood.places["willow"].path)
    assert numbers["received"] == sum(numbers["states"].values()) == same.received
    assert {state.code: numbers["states"].get(state.code, 0) for state in same.apart} == {
        state.code: count for state, count in same.apart.items()
    }
    assert "undone" not in numbers["states"]


def test_what_rises_is_said_with_the_weeks_it_is_compared_with(neighbourhood):
    lively(neighbourhood)
    numbers = frozen(neighbourhood, "subdistrict").numbers
    willow = neighbourhood.places["willow"].path
    assert numbers["basis"] == "weeks"
    assert [count for _, count in numbers["weeks"]] == [10] * 8
    assert {(each["community"], each["category"]): each["count"] for each in numbers["rises"]} == {
        ("", ""): 26,
        ("", "home.lift"): 20,
        (willow, ""): 20,
        (willow, "home.lift"): 20,
    }
    assert all(each["before"] == [4] * 8 for each in numbers["rises"] if each["category"])


def test_the_same_season_last_year_is_compared_where_there_was_one(neighbourhood):
    for each in WEEK.a_year_ago(around=2):
        messages(neighbourhood, 18, week=each)
    lively(neighbourhood)
    numbers = frozen(neighbourhood).numbers
    assert numbers["basis"] == "year"
    assert [count for _, count in numbers["weeks"]] == [18] * 5
    assert numbers["rises"] == []


def test_that_more_people_write_than_a_year_ago_is_no_rise_by_itself(neighbourhood):
    for each in WEEK.a_year_ago(around=2):
        messages(neighbourhood, 1, week=each)
    for each in WEEK.before(8):
        messages(neighbourhood, 18, week=each)
    messages(neighbourhood, 19)
    numbers = frozen(neighbourhood).numbers
    assert (numbers["basis"], numbers["rises"]) == ("year", [])
    assert "前 8 周平均每周 18 件。" in [each.in_language("zh") for each in tell(numbers).sentences]


def test_what_rises_against_both_is_a_rise(neighbourhood):
    for each in (*WEEK.a_year_ago(around=2), *WEEK.before(8)):
        messages(neighbourhood, 3, week=each)
    messages(neighbourhood, 15)
    numbers = frozen(neighbourhood).numbers
    assert {each["category"]: each["before"] for each in numbers["rises"]} == {"": [3] * 5, "home.lift": [3] * 5}


def test_in_a_young_neighbourhood_nothing_is_said_to_rise(neighbourhood):
    for back in range(1, 4):
        messages(neighbourhood, 1, week=WEEK.earlier(back))
    messages(neighbourhood, 40)
    numbers = frozen(neighbourhood).numbers
    assert (numbers["basis"], numbers["rises"], numbers["received"]) == ("none", [], 40)


def test_copies_are_marked_and_counted_all_the_same(neighbourhood):
    people = [person() for _ in range(4)]
    messages(neighbourhood, 6, texts=[COPIED] * 6, openers=[*people, people[0]])
    messages(neighbourhood, 5)
    numbers = frozen(neighbourhood).numbers
    assert numbers["received"] == numbers["categories"]["home.lift"][0] == 11
    (shared,) = numbers["wordings"]
    assert (shared["messages"], shared["senders"], shared["unknown"]) == (6, 4, 1)


def test_many_of_one_person_are_told_without_the_person_and_are_no_campaign(neighbourhood):
    one = person()
    messages(neighbourhood, 7, texts=[COPIED] * 7, openers=[one] * 7)
    digest = frozen(neighbourhood)
    assert digest.numbers["senders"] == {"people": 1, "messages": 7}
    assert digest.numbers["wordings"] == []
    assert str(one.pk) not in f"{digest.numbers}{bytes(digest.made_of)!r}"


def test_one_left_out_of_the_rates_is_in_the_digest_and_counted_beside(neighbourhood):
    life = Life(neighbourhood).exclusion_asked()
    granted = exclusion.GrantExclusion(reason="台风当日")
    perform(life.exclusion.pk, granted, by=neighbourhood.supervisor, at=life.at + timedelta(hours=1))
    numbers = frozen(neighbourhood).numbers
    assert (numbers["received"], numbers["left_out"]) == (1, 1)


def test_what_the_record_had_not_in_order_by_then_is_not_in_it(neighbourhood):
    messages(neighbourhood, 3)
    put_in_order()
    messages(neighbourhood, 2)
    freeze(WEEK, at=AFTER)
    assert Digest.objects.get(place=neighbourhood.places["willow"]).numbers["received"] == 3


def test_what_is_frozen_is_not_frozen_again(neighbourhood):
    messages(neighbourhood, 3)
    digest = frozen(neighbourhood)
    messages(neighbourhood, 2)
    put_in_order()
    assert freeze(WEEK, at=AFTER + timedelta(days=1)) == []
    assert Digest.objects.get(pk=digest.pk).numbers == digest.numbers


def test_a_week_that_is_not_over_is_not_frozen(neighbourhood):
    with pytest.raises(ValueError, match="once it is over"):
        freeze(WEEK, at=WEEK.until - timedelta(seconds=1))


def test_no_more_statements_for_many_messages_than_for_few(neighbourhood):
    lively(neighbourhood)
    put_in_order()
    with CaptureQueriesContext(connection) as few:
        freeze(WEEK.earlier(1), at=AFTER)
    with CaptureQueriesContext(connection) as many:
        freeze(WEEK, at=AFTER)
    assert len(many) == len(few) <= 14


def test_it_names_the_logs_it_was_read_from_and_no_other_subdistricts(neighbourhood):
    open_log("own", prefix=neighbourhood.places["subdistrict"].path)
    open_log("elsewhere", prefix="d1.s2.")
    messages(neighbourhood, 2)
    numbers = frozen(neighbourhood).numbers
    assert numbers["as_of"] == {"main": 2}
    own = [Log("main", "", 4, "a"), Log("own", "d1.s1.", 2, "b"), Log("elsewhere", "d1.s2.", 3, "c")]
    assert [log.name for log in logs_of("d1.s1.c1.", own)] == ["main", "own"]
    assert [log.name for log in logs_of("d1.", own)] == ["main", "own", "elsewhere"]
