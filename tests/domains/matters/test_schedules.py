"""Filing on the last known 31 December: the deadline is provisional, and told when the year's schedule moves it."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.domains.delivery.models import Message
from linli.domains.delivery.templates import template
from linli.domains.matters.engine import open_matter, perform
from linli.domains.matters.models import Clock, Event, Matter
from linli.domains.matters.recomputing import recompute_clocks
from linli.domains.requests.lifecycle import request as life

SHANGHAI = ZoneInfo("Asia/Shanghai")
LAST_DAY = datetime(2026, 12, 31, 16, 0, tzinfo=SHANGHAI)
NEXT_DAY = LAST_DAY + timedelta(hours=18)
SCHEDULE = """
[pack]
name = "published"
version = "2027.1"
title = { en = "Published since", zh = "后来公布" }

[[rule]]
key = "workdays.schedule.2027"
name = { en = "Holiday schedule", zh = "放假安排" }
value = { off = [["new_year", 2027-01-01, 2027-01-03], ["made_up", 2027-01-06, 2027-01-08]], work = [2027-01-09] }
citation = "测试用，并非真实安排"
verified = false
in_force_from = 2026-11-01
"""


@pytest.fixture
def published(settings, tmp_path):
    """Publishes a schedule for 2027 that gives three days off in the first week."""

    def publish():
        path = tmp_path / "published.toml"
        path.write_text(SCHEDULE, encoding="utf-8")
        settings.RULE_PACKS = [*settings.RULE_PACKS, str(path)]

    return publish


def filed(here, at=LAST_DAY) -> Matter:
    """A request filed and accepted on that day."""
    given = {"text": "楼道灯不亮", "place": here.building}
    matter = open_matter("request", given, by=here.resident, at=at)
    return perform(matter.pk, life.Accept(), by=here.desk, at=at + timedelta(minutes=5))


def answer_of(matter) -> Clock:
    return Clock.objects.get(matter=matter, name="answer", stopped_at=None)


def told(matter) -> list[str]:
    letters = Message.objects.filter(matter=matter.pk, template="matter.deadline_moved")
    words = template("matter.deadline_moved")
    return [words.sentence(letter.params).in_language("zh-hans") for letter in letters]


def test_filing_on_the_last_known_31_december_gives_a_provisional_deadline(neighbourhood):
    clock = answer_of(filed(neighbourhood))
    assert clock.provisional
    assert clock.due_at == datetime(2027, 1, 12, 17, 30, tzinfo=SHANGHAI)


def test_while_nothing_is_published_nothing_moves(neighbourhood):
    matter = filed(neighbourhood)
    assert recompute_clocks(at=NEXT_DAY) == 0
    assert told(matter) == []
    assert answer_of(matter).provisional


def test_the_published_schedule_moves_the_deadline_and_everybody_concerned_is_told(neighbourhood, published):
    matter = filed(neighbourhood)
    Matter.objects.filter(pk=matter.pk).update(holder=neighbourhood.desk.account)
    published()
    assert recompute_clocks(at=NEXT_DAY) == 1
    clock = answer_of(matter)
    assert not clock.provisional
    assert clock.due_at == datetime(2027, 1, 14, 17, 30, tzinfo=SHANGHAI)
    sentence = f"{matter.number} 的期限由 2027年1月12日 17:30 改为 2027年1月14日 17:30：放假安排已公布。"
    assert told(matter) == [sentence] * 3
    recipients = set(Message.objects.filter(template="matter.deadline_moved").values_list("recipient", flat=True))
    here = neighbourhood
    assert recipients == {here.resident.person, here.units["committee"], here.desk.account}


def test_the_row_shows_what_is_nearest_now_and_no_act_was_done(neighbourhood, published):
    matter = filed(neighbourhood)
    events, version = Event.objects.count(), matter.version
    published()
    recompute_clocks(at=NEXT_DAY)
    matter.refresh_from_db()
    nearest = Clock.objects.filter(matter=matter, stopped_at=None).order_by("due_at")[0]
    assert (matter.due_at, matter.due_clock, matter.due_provisional) == (nearest.due_at, nearest.name, False)
    assert (Event.objects.count(), matter.version) == (events, version)


def test_a_second_time_nothing_moves_and_nobody_is_told_again(neighbourhood, published):
    matter = filed(neighbourhood)
    published()
    recompute_clocks(at=NEXT_DAY)
    before = told(matter)
    assert recompute_clocks(at=NEXT_DAY) == 0
    assert recompute_clocks(at=NEXT_DAY, settled=True) == 0
    assert told(matter) == before


def test_clocks_that_stopped_or_lie_within_the_known_year_stay(neighbourhood, published):
    over = filed(neighbourhood)
    perform(over.pk, life.Withdraw(), by=neighbourhood.resident, at=LAST_DAY + timedelta(minutes=10))
    early = filed(neighbourhood, at=LAST_DAY.replace(month=3, day=2))
    before = list(Clock.objects.order_by("pk").values_list("due_at", "provisional"))
    published()
    assert recompute_clocks(at=NEXT_DAY) == 0
    assert list(Clock.objects.order_by("pk").values_list("due_at", "provisional")) == before
    assert told(over) == told(early) == []


def test_a_schedule_changed_after_it_was_settled_is_taken_in_when_asked(neighbourhood, published):
    matter = filed(neighbourhood)
    published()
    Clock.objects.filter(matter=matter).update(provisional=False)
    assert recompute_clocks(at=NEXT_DAY) == 0
    assert recompute_clocks(at=NEXT_DAY, settled=True) == 1
    assert answer_of(matter).due_at == datetime(2027, 1, 14, 17, 30, tzinfo=SHANGHAI)


def statements(act) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def test_fifty_requests_cost_as_many_statements_as_one(neighbourhood, published):
    filed(neighbourhood)
    published()
    one = statements(lambda: recompute_clocks(at=NEXT_DAY))
    Clock.objects.update(provisional=True)
    for _ in range(49):
        filed(neighbourhood)
    Clock.objects.update(provisional=True, due_at=LAST_DAY)
    assert statements(lambda: recompute_clocks(at=NEXT_DAY)) == one
