"""Ways for a test to fill weeks with messages, and to put the record in order within the test's own transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import count

from django.db import connection
from tests.neighbourhood import MONDAY, Neighbourhood

from linli.domains.insight.freezing import freeze
from linli.domains.insight.models import Digest
from linli.domains.insight.weeks import Week
from linli.domains.matters.engine import Draft, open_many
from linli.domains.matters.models import Matter
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Person
from linli.domains.requests.lifecycle.request import Report
from linli.kernel.record.logs import ensure_main

WEEK = Week.of(MONDAY.date())
"""The week that is looked at."""
AFTER = WEEK.until + timedelta(hours=5)
"""When it is frozen."""

_NUMBER = """
WITH waiting AS (
  SELECT arrival, row_number() OVER (ORDER BY arrival) AS nth,
    row_number() OVER (PARTITION BY stream ORDER BY arrival) AS nth_in_stream, stream
  FROM record_entry WHERE log_number IS NULL)
UPDATE record_entry e SET
  log_id = (SELECT id FROM record_log WHERE name = 'main'),
  log_number = nth - 1 + (SELECT coalesce(max(log_number) + 1, 0) FROM record_entry),
  stream_number = nth_in_stream + (SELECT coalesce(max(stream_number), 0) FROM record_entry WHERE stream = w.stream)
FROM waiting w WHERE e.arrival = w.arrival
"""
_WORDS = ("电梯", "路灯", "垃圾", "水管", "噪声", "停车", "暖气", "门禁", "树枝", "井盖")
_serial = count(1)


def put_in_order() -> None:
    """Numbers what the test entered: the sequencer would wait for its transaction to end."""
    ensure_main()
    with connection.cursor() as cursor:
        cursor.execute(_NUMBER)


def unlike() -> str:
    """Words that no other message has."""
    number = next(_serial)
    signs = "".join(chr(0x4E00 + (number * 7919 + step * 104729) % 18000) for step in range(30))
    return f"{_WORDS[number % 10]}：{signs}"


def messages(
    here: Neighbourhood,
    number: int,
    *,
    week: Week = WEEK,
    category: str = "home.lift",
    place: str = "building",
    texts: Iterable[str] = (),
    openers: Iterable[Person] = (),
) -> list[Matter]:
    """So many requests spread over a week; unlike one another and from nobody known, unless said otherwise."""
    said, people = iter(texts), iter(openers)
    drafts = [
        Draft(
            details=Report(text=next(said, "") or unlike(), place=here.places[place].pk, category=category),
            opener=getattr(next(people, None), "pk", None),
            at=week.since + timedelta(hours=9, minutes=97 * step),
        )
        for step in range(number)
    ]
    return [act.matter for act in open_many("request", drafts, by=SYSTEM, at=AFTER)] if drafts else []


def person() -> Person:
    """Somebody."""
    return Person.objects.create(registered_at=MONDAY)


COPIED = "我们是柳荫小区的业主，强烈反对在小区北门修建垃圾转运站，要求街道公开选址依据并召开听证会。"


def lively(here: Neighbourhood) -> None:
    """Eight ordinary weeks, and one with many more about lifts in one community, some of them copies."""
    for back in range(1, 9):
        messages(here, 4, week=WEEK.earlier(back))
        messages(here, 6, week=WEEK.earlier(back), category="street.noise", place="poplar")
    messages(here, 14)
    messages(here, 6, texts=[COPIED] * 6, openers=[person() for _ in range(5)])
    messages(here, 6, category="street.noise", place="poplar")


def frozen(here: Neighbourhood, place: str = "willow") -> Digest:
    """The digest of the week that is looked at, of one of its places."""
    put_in_order()
    freeze(WEEK, at=AFTER)
    return Digest.objects.get(place=here.places[place], since=WEEK.monday)
