"""The opinion digest: what freezing the fullest week costs, and computing it again."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.db.models import Count
from django.db.models.functions import TruncWeek
from django.test.utils import CaptureQueriesContext

from linli.bench.cpu import own, spent
from linli.bench.figures import Measured
from linli.bench.stand import Stand
from linli.domains.insight.freezing import freeze
from linli.domains.insight.models import Digest
from linli.domains.insight.verifying import faults
from linli.domains.insight.weeks import Week
from linli.domains.matters.models import Matter
from linli.domains.requests.lifecycle import REQUEST
from linli.kernel.record import number_pending

GOAL = 30.0
"""Seconds of processor time for all digests of one week, once a week."""

STATEMENTS = 14
"""However many requests, wordings and places there are."""


def measure(stand: Stand) -> Iterator[Measured]:
    """Freezes every place's digest of one week, and verifies the widest."""
    while number_pending():
        pass  # what other benches filed before has no number yet, and a digest counts from the record
    week = _fullest(stand)
    before = own(), spent(stand.database)
    with CaptureQueriesContext(connection) as asked:
        made = freeze(week, at=stand.at)
    application, database = (own() - before[0]) / 1000, (spent(stand.database) - before[1]) / 1000
    widest: Digest = max(made, key=lambda one: int(one.numbers["received"]))
    yield Measured("messages of the week", widest.numbers["received"], "messages")
    yield Measured("digests of the week, one a place", len(made), "digests")
    yield Measured("statements for all of them", len(asked), "statements", STATEMENTS)
    yield Measured("all digests of the week", application + database, "s CPU", GOAL)
    yield Measured("all digests of the week: application", application, "s CPU")
    yield Measured("all digests of the week: database", database, "s CPU")
    before = own(), spent(stand.database)
    wrong = list(faults(widest))
    again = own() - before[0] + spent(stand.database) - before[1]
    if wrong:
        raise RuntimeError(f"a digest that was just frozen does not hold: {wrong[0].en}")
    yield Measured("the widest computed again and compared with the record", again / 1000, "s CPU", GOAL)


def _fullest(stand: Stand) -> Week:
    """The week that is over with the most requests of the subdistrict; others' are in no digest of its places."""
    within = stand.neighbourhood.dispatcher.posts[0].area
    rows = Matter.objects.filter(kind=REQUEST.kind, path__startswith=within, opened_at__lt=Week.ended(stand.at).until)
    counted = rows.annotate(week=TruncWeek("opened_at")).values("week").annotate(n=Count("pk")).order_by("-n", "-week")
    return Week.of(counted[0]["week"].date())
