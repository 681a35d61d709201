"""A cluster is named by what most of its titles say, the place that holds all, and its days."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.domains.requests.likeness.conftest import SMOKE, SMOKE_AGAIN
from tests.neighbourhood import MONDAY

from linli.domains.requests.likeness import by_week, cluster

pytestmark = pytest.mark.django_db


def test_it_is_named_by_words_place_and_days(neighbourhood, say_it):
    named = cluster([say_it(SMOKE), say_it(SMOKE_AGAIN, place="willow", days=9)])
    assert named.phrases == ["丽景花园三号楼", "楼下的烧烤店", "烟味飘进家里"]
    assert named.place == neighbourhood.places["willow"].path
    assert (named.since, named.until) == (MONDAY + timedelta(days=1), MONDAY + timedelta(days=9))
    assert named.size == 2


def test_titles_without_a_word_in_common_leave_it_unnamed(neighbourhood, say_it):
    assert cluster([say_it("路灯坏了"), say_it("垃圾没人收")]).phrases == []


def test_each_of_the_last_twelve_weeks_says_how_many_came(say_it):
    came = [say_it(f"{SMOKE}{number}", days=days) for number, days in enumerate((-71, -70, 1, 6, 7))]
    weeks = by_week(came, at=MONDAY + timedelta(days=8))
    assert [week.count for week in weeks] == [1, *[0] * 9, 2, 1]
    assert weeks[-1].monday == (MONDAY + timedelta(days=7)).date()
    assert all(week.monday.weekday() == 0 for week in weeks)


def test_a_week_begins_on_monday_where_the_community_is(say_it):
    late_on_sunday = say_it(SMOKE, days=-1)
    late_on_sunday.opened_at = datetime(2026, 3, 1, 16, 30, tzinfo=UTC)
    assert by_week([late_on_sunday], at=MONDAY)[-1].count == 1
