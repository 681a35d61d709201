"""The demo's past is lived as the real one is: what fell due was noticed when it did."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.neighbourhood import MONDAY

from linli.demo.filling import fill
from linli.domains.delivery.models import Message
from linli.domains.matters.missing import mark_missed
from linli.domains.matters.models import Clock

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
