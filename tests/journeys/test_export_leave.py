"""The pages on which many requests are asked for, decided on and taken, on a phone and at a desk."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.domains.people.models import Account
from linli.domains.requests.figures.models import ExportAsk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("portal")]


@pytest.mark.parametrize(("width", "language"), [(390, "en-US"), (1280, "zh-CN")])
def test_asks_in_every_state_are_fit_to_be_seen(administration, browse, look, width, language):
    here, now = administration, timezone.now()
    period = {"since": (now - timedelta(days=30)).isoformat(), "until": now.isoformat()}
    for outcome in ("", "granted", "refused"):
        decided = {"decided_by_id": here.audit.account, "decided_at": now, "why": "例会看统计就够"} if outcome else {}
        held = {"at": now, "until": now + timedelta(days=3), "outcome": outcome, **decided}
        ExportAsk.objects.create(
            asked=period, rows=1240, reason="街道月度例会用，会后销毁", by_account_id=here.desk.account, **held
        )
    for actor, path in (
        (here.desk, "/office/figures/leave/?since=2026-03-02&until=2026-04-01"),
        (here.audit, "/office/audit/exports/"),
    ):
        page = browse(Account.objects.get(pk=actor.account), width=width, language=language)
        page.goto(path)
        for each in page.locator("details.more-filters summary").all():
            each.click()
        look(page)
