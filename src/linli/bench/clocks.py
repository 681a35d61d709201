"""Clocks: every open deadline computed anew after a holiday change, and those that move told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from json import dumps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils.timezone import localdate

from linli.bench.cpu import own, spent
from linli.bench.figures import Measured
from linli.bench.stand import Stand
from linli.domains.delivery.models import Message
from linli.domains.matters.clocks import deadline_by_rule
from linli.domains.matters.recomputing import recompute_clocks
from linli.kernel.rules import rulebook

GOAL, AT = 60.0, 1_000_000
"""Seconds for every open clock of so many requests; of fewer, their share."""

RULE = "requests.answer.ordinary"
SPAN = timedelta(weeks=8)
"""How long ago the oldest of them began: most have run out since and are still open, as on a desk that is behind."""

MOMENTS = 5_000
AHEAD = timedelta(days=3)
"""When the day comes that is given off late."""

OPEN = """
WITH begun AS (
  SELECT started_at, due_at, row_number() OVER () - 1 AS n
  FROM unnest(%(started)s::timestamptz[], %(due)s::timestamptz[]) AS moment (started_at, due_at)),
chosen AS (
  SELECT id, row_number() OVER () AS n FROM (
    SELECT DISTINCT ON (matter_id) id FROM matters_clock
    WHERE name = 'answer' ORDER BY matter_id, stopped_at DESC NULLS FIRST) AS latest)
UPDATE matters_clock AS clock
SET stopped_at = NULL, started_at = begun.started_at, due_at = begun.due_at, pauses = '[]', extensions = '[]',
    paused = false, provisional = false, missed_at = NULL, allowance = %(allowance)s::jsonb
FROM chosen JOIN begun ON begun.n = chosen.n %% %(moments)s WHERE clock.id = chosen.id
"""
STOP = "UPDATE matters_clock SET stopped_at = started_at WHERE stopped_at IS NULL"

PACK = """
[pack]
name = "late"
version = "1"
title = {{ en = "A day off given late", zh = "临时放假" }}

[[rule]]
key = "workdays.schedule.{year}"
name = {{ en = "Holidays with a day given late", zh = "含临时放假的安排" }}
value = {{ off = [{off}], work = [{work}] }}
citation = "made up for a measurement"
verified = false
in_force_from = {year}-01-01
"""


def measure(stand: Stand) -> Iterator[Measured]:
    """Opens the clock of every answer, gives a day off, and counts what moves."""
    clocks, letters = _open_all(stand.at), Message.objects.count()
    before = own(), spent(stand.database)
    with _day_off(localdate(stand.at) + AHEAD):
        moved = recompute_clocks(at=stand.at, settled=True)
    application, database = (own() - before[0]) / 1000, (spent(stand.database) - before[1]) / 1000
    yield Measured("open clocks looked at", clocks, "clocks")
    yield Measured("… of which the deadline moved", moved, "clocks")
    yield Measured("letters that say so", Message.objects.count() - letters, "letters")
    yield Measured("every open clock computed anew", application + database, "s CPU", GOAL * stand.size / AT)
    yield Measured("every open clock computed anew: application", application, "s CPU")
    yield Measured("every open clock computed anew: database", database, "s CPU")


def _open_all(at: datetime) -> int:
    """One answer's clock of each request runs, begun at some moment of the last weeks."""
    started = [at - SPAN * number / MOMENTS for number in range(MOMENTS)]
    given: dict[str, Any] = {
        "started": started,
        "due": [deadline_by_rule(RULE, since=moment).at for moment in started],
        "allowance": dumps(dict(rulebook().nearest(RULE, on=localdate(at)).value)),
        "moments": MOMENTS,
    }
    with connection.cursor() as cursor:
        cursor.execute(STOP)
        cursor.execute(OPEN, given)
        opened: int = cursor.rowcount
        cursor.execute("VACUUM ANALYZE matters_clock")
    return opened


@contextmanager
def _day_off(day: date) -> Iterator[None]:
    """The year's schedule with one more day off, while it lasts."""
    schedule = rulebook().family("workdays.schedule", on=day)[str(day.year)].value
    off = [*schedule["off"], ("late", day, day)]
    packs = settings.RULE_PACKS
    with TemporaryDirectory() as folder:
        pack = Path(folder) / "late.toml"
        pack.write_text(PACK.format(year=day.year, off=_spans(off), work=_days(schedule["work"])), encoding="utf-8")
        settings.RULE_PACKS = [*packs, str(pack)]
        try:
            yield
        finally:
            settings.RULE_PACKS = packs


def _spans(off: Sequence[tuple[str, date, date]]) -> str:
    return ", ".join(f'["{name}", {first}, {last}]' for name, first, last in off)


def _days(work: Sequence[date]) -> str:
    return ", ".join(map(str, work))
