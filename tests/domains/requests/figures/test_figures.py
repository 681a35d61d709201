"""Figures of a period: the whole and its parts add up, nothing open is hidden, and the cost does not grow."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.people.actor import ANYONE, SYSTEM
from linli.domains.requests.figures.queries import Asked, By, balance, figures, three_rates
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as life
from linli.kernel.refusal import Invalid

PERIOD = {"since": MONDAY - timedelta(days=1), "until": MONDAY + timedelta(days=30)}
NOW = MONDAY + timedelta(days=20)
HOUR = 3_600_000_000


def counted(by=SYSTEM, now=NOW, **asked):
    return figures(Asked(**PERIOD | asked), by=by, now=now)


def part(found, by, words):
    (one,) = [group for group in found.parts[by] if group.words.zh == words]
    return one


def test_parts_add_up_to_the_whole_and_to_the_figures_shown_elsewhere(neighbourhood):
    for state in REQUEST.states:
        getattr(Life(neighbourhood), state.code)()
    Life(neighbourhood, place=neighbourhood.places["poplar"].pk, category="street.noise", kind="complaint")
    found = counted()
    assert found.whole.balance == balance(by=SYSTEM, **PERIOD)
    assert found.whole.rates == three_rates(by=SYSTEM, **PERIOD)
    for groups in found.parts.values():
        assert sum(group.balance.received for group in groups) == found.whole.balance.received
        assert sum(group.standing.open for group in groups) == found.whole.standing.open
        assert sum(group.rates.counted for group in groups if group.rates) == found.whole.rates.counted
        assert sum(group.contact.contacted for group in groups) == found.whole.contact.contacted
        assert sum(group.happenings.reopened for group in groups) == found.whole.happenings.reopened


def test_groups_stand_in_the_order_people_know_them_whatever_they_achieved(neighbourhood):
    Life(neighbourhood, place=neighbourhood.places["poplar"].pk, category="street.noise", kind="complaint")
    Life(neighbourhood).closed()
    parts = counted().parts
    assert [group.words.zh for group in parts[By.PLACE]] == ["柳荫社区", "白杨社区"]
    assert [group.words.zh for group in parts[By.CATEGORY]] == ["房屋与物业", "街面与环境"]
    assert [group.words.zh for group in parts[By.KIND]] == ["求助", "投诉"]
    assert [group.words.zh for group in parts[By.UNIT]] == ["柳荫物业", "尚未派单"]


def test_within_a_community_buildings_are_told_apart_and_within_a_group_its_categories(neighbourhood):
    Life(neighbourhood)
    Life(neighbourhood, place=neighbourhood.places["willow"].pk, category="home.leak")
    found = counted(area=neighbourhood.places["willow"].path, category="home")
    assert [group.words.zh for group in found.parts[By.PLACE]] == ["柳荫社区", "柳荫社区3号楼"]
    assert [group.words.zh for group in found.parts[By.CATEGORY]] == ["电梯", "漏水维修"]


def test_only_what_was_asked_for_is_counted(neighbourhood):
    Life(neighbourhood).dispatched()
    Life(neighbourhood, category="street.noise", kind="complaint")
    assert counted(category="home").whole.balance.received == 1
    assert counted(category="street.noise").whole.balance.received == 1
    assert counted(kind="complaint").whole.balance.received == 1
    assert counted(unit=str(neighbourhood.units["property"])).whole.balance.received == 1
    assert counted(unit=str(neighbourhood.units["water"])).whole.balance.received == 0
    assert counted(area=neighbourhood.places["poplar"].path).whole.balance.received == 0


def test_what_is_open_is_counted_whenever_it_came(neighbourhood):
    Life(neighbourhood).filed()
    Life(neighbourhood).closed()
    later = MONDAY + timedelta(days=40)
    found = counted(since=later, until=later + timedelta(days=1), now=later)
    assert (found.whole.balance.received, found.whole.standing.open, found.whole.standing.earlier) == (0, 1, 1)
    assert found.whole.standing.ages == (0, 0, 0, 1, 0)
    assert found.whole.standing.late == 1
    assert part(found, By.PLACE, "柳荫社区").standing.open == 1


def test_each_age_has_its_band_and_none_has_two(neighbourhood):
    Life(neighbourhood)
    for days, band in ((0, 0), (6, 0), (7, 1), (15, 2), (30, 3), (90, 4), (400, 4)):
        ages = counted(now=MONDAY + timedelta(days=days)).whole.standing.ages
        assert ages == tuple(int(n == band) for n in range(5)), days


def test_first_words_are_timed_in_working_time_with_who_still_waits_beside(neighbourhood):
    for minutes in (60, 90, 60 * 26):  # 10:00 on Monday to 11:00, 11:30 and Tuesday 12:00: a night between
        walked = Life(neighbourhood)
        walked.at += timedelta(minutes=minutes - 30)
        walked.filed()
    Life(neighbourhood)
    contact = counted().whole.contact
    assert (contact.contacted, contact.waiting, contact.in_time) == (3, 1, 2)
    assert contact.median == int(1.5 * HOUR)
    assert contact.slow == contact.day + 2 * HOUR


def test_who_took_it_back_unheard_was_not_contacted(neighbourhood):
    Life(neighbourhood).withdrawn()
    contact = counted().whole.contact
    assert (contact.contacted, contact.waiting, contact.median) == (0, 0, None)


def test_what_happened_on_the_way_is_counted_with_what_was_only_asked_for(neighbourhood):
    here = neighbourhood
    bounced = Life(here).bounce_asked()
    bounced.does(lead.GrantBounce(), here.desk, on=bounced.lead)
    Life(here).extension_asked()
    Life(here).suspended()
    Life(here).exclusion_asked()
    Life(here).whistle_asked()
    Life(here).blown()
    Life(here).planned()
    Life(here).merged()
    again = Life(here).closed()
    again.does(life.Reopen(reason="又坏了"), here.resident)
    found = counted().whole.happenings
    assert (found.bounce.asked, found.bounce.granted) == (1, 1)
    assert (found.extension.asked, found.extension.granted) == (1, 0)
    assert (found.suspension.asked, found.suspension.granted) == (1, 1)
    assert (found.exclusion.asked, found.exclusion.granted) == (1, 0)
    assert (found.whistle.asked, found.whistle.granted) == (2, 1)
    assert (found.plan.asked, found.plan.granted) == (1, 1)
    assert (found.reopened, found.merged) == (1, 1)


def test_the_cost_is_the_same_for_one_and_for_twenty(neighbourhood, django_assert_num_queries):
    Life(neighbourhood).closed()
    with django_assert_num_queries(6):
        counted()
    for _ in range(19):
        Life(neighbourhood).closed()
    with django_assert_num_queries(6):
        counted()


def test_whoever_may_see_nothing_counts_nothing(neighbourhood):
    Life(neighbourhood).closed()
    for actor in (neighbourhood.stranger, ANYONE):
        found = counted(by=actor)
        assert (found.whole.balance.received, found.whole.standing.open, found.whole.rates.counted) == (0, 0, 0)
        assert not any(found.parts.values())


@pytest.mark.parametrize("until", [MONDAY, MONDAY - timedelta(days=1), MONDAY.replace(year=2200)])
def test_a_period_that_ends_before_it_begins_or_beyond_all_calendars_is_refused(until):
    with pytest.raises(Invalid):
        Asked(since=MONDAY, until=until)
