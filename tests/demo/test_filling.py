"""The demo's past is lived as the real one is: what fell due was noticed when it did."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from tests.neighbourhood import MONDAY

from linli.demo.digesting import digest_weeks
from linli.demo.filling import fill
from linli.domains.delivery.models import Message
from linli.domains.insight.models import Digest
from linli.domains.insight.verifying import faults
from linli.domains.matters.missing import mark_missed
from linli.domains.matters.models import Clock, Event, Matter
from linli.domains.notices.lifecycle import NOTICE

pytestmark = pytest.mark.django_db


def test_clocks_missed_in_the_past_were_noticed_then_and_the_first_worker_tells_nothing_old(tmp_path, settings):
    settings.KEYS, settings.HOME, settings.DEMO = tmp_path / "keys", tmp_path, True
    fill(at=MONDAY, requests=25, progress=lambda done, all_of_them, what: None)
    missed = Clock.objects.filter(missed_at__isnull=False)
    assert missed.exists()
    assert all(clock.due_at < clock.missed_at for clock in missed)
    told = Message.objects.filter(template="matter.clock_missed").values_list("at", flat=True)
    assert min(told) < MONDAY - timedelta(days=1)
    before = Message.objects.count()
    assert mark_missed(at=MONDAY) == 0
    assert Message.objects.count() == before


@pytest.mark.parametrize("hours", [-9, 125], ids=["Monday at one", "Saturday afternoon"])
def test_a_newcomer_meets_every_kind_of_life_whenever_they_come(tmp_path, settings, hours):
    settings.KEYS, settings.HOME, settings.DEMO = tmp_path / "keys", tmp_path, True
    at = MONDAY + timedelta(hours=hours)
    fill(at=at, requests=0, progress=lambda done, all_of_them, what: None)
    stands = set(Matter.objects.values_list("kind", "state"))
    assert stands >= {
        ("whistle", "blown"),
        ("report_in", "called"),
        ("report_in", "share_done"),
        ("assignment", "planned"),
        ("assignment", "suspended"),
        ("exclusion", "asked"),
        ("request", "merged"),
        ("request", "external"),
        ("dispute", "in_effect"),
        ("dispute", "mediating"),
        ("promise", "owed"),
        *(("notice", state.code) for state in NOTICE.states if state.code != "discarded"),
        ("reply", "asked"),
        ("reply", "answered"),
    }
    assert Clock.objects.filter(matter__kind="report_in", name="report_in", missed_at__isnull=False).exists()
    ahead = Clock.objects.filter(name__in=("promise", "session", "review", "planned", "external"), stopped_at=None)
    assert {clock.name for clock in ahead} == {"promise", "session", "review", "planned", "external"}
    assert all(clock.due_at > at for clock in ahead)
    assert not Event.objects.filter(at__gt=at).exists()


@pytest.mark.django_db(transaction=True)
def test_a_visitor_finds_the_digests_of_the_last_weeks_whole(tmp_path, settings):
    settings.KEYS, settings.HOME, settings.DEMO = tmp_path / "keys", tmp_path, True
    with transaction.atomic():  # as the command does
        fill(at=MONDAY, requests=40, progress=lambda done, all_of_them, what: None)
    digest_weeks(at=MONDAY)
    digest_weeks(at=MONDAY)
    widest = Digest.objects.filter(place__kind="subdistrict").order_by("since")
    assert [str(each.since) for each in widest] == ["2026-02-09", "2026-02-16", "2026-02-23"]
    assert sum(each.numbers["received"] for each in widest) > 0
    assert [list(faults(each)) for each in widest] == [[], [], []]
