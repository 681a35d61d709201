"""A notice to every household of a large community: written in, and its board read while receipts come in."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import datetime
from random import Random
from uuid import UUID

from django.db import connection
from django.utils import timezone

from linli.bench import cpu
from linli.bench.figures import MS, Measured
from linli.bench.stand import Stand
from linli.domains.delivery.reach.actions import Kind, Taken, begin_mailing, take
from linli.domains.delivery.reach.jobs import write_mailing
from linli.domains.delivery.reach.models import Door, Mailing
from linli.domains.delivery.reach.queries import board
from linli.domains.people.actor import SYSTEM
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import segment
from linli.kernel.ids import new_id

HOMES, FEW, LEAST = 100_000, 400, 1_000
"""Households; so many where there are fewer requests than the last: that only shows that the bench works."""
PER_STAIR, STAIRS = 50, 2
WALL, BOARD, RATE = 10.0, 50.0, 1_000
BATCH = 20
"""Receipts taken together: what a gateway reports at once, or a moment's confirmations."""
LASTS, OFTEN = 20.0, 0.2
"""Seconds for which receipts come in, and between two looks at the board."""
FILL = """
WITH home AS (
  INSERT INTO places_place (id, parent_id, kind, name, name_en, code, position, path, last_child, datum, active_from)
  SELECT gen_random_uuid(), stair.id, 'home', n || '室', '', '', n, stair.path || 'h' || n || '.', 0, 'gcj02', %s
  FROM places_place stair CROSS JOIN generate_series(1, %s) n WHERE stair.kind = 'unit' AND stair.path LIKE %s
  RETURNING id
), lived AS (
  INSERT INTO holdings_home (id, place_id, use, registered_at) SELECT gen_random_uuid(), id, 'self', %s FROM home
  RETURNING id
), person AS (
  INSERT INTO people_person (id, sex, language, registered_at) SELECT gen_random_uuid(), '', 'zh-hans', %s FROM lived
  RETURNING id
), pair AS (
  SELECT home.id AS home, who.id AS person, gen_random_uuid() AS household
  FROM (SELECT id, row_number() OVER () FROM lived) home JOIN (SELECT id, row_number() OVER () FROM person) who
  USING (row_number)
), household AS (
  INSERT INTO holdings_household (id, home_id, head_id, since, confirmed_at)
  SELECT household, home, person, %s, %s FROM pair
), contact AS (
  INSERT INTO delivery_contact (id, recipient, channel, address, language, agreed_at)
  SELECT gen_random_uuid(), person, 'sms', gen_random_uuid(), 'zh-hans', %s FROM pair
)
INSERT INTO holdings_householdmember (id, household_id, person_id, relation, since)
SELECT gen_random_uuid(), household, person, 'head', %s FROM pair
"""


def measure(stand: Stand) -> Iterator[Measured]:
    """Every household is known and agreed to text messages: the dearest there can be."""
    few = stand.size < LEAST
    homes = FEW if few else HOMES
    path = _settled(stand, homes)
    number = "GG-BENCH"
    begin_mailing(
        number=number,
        matter=new_id(),
        template_key="notice.out",
        params={"number": number, "title": "停水通知"},
        paths=[path],
        urgent=False,
        at=stand.at,
    )
    mailing = Mailing.objects.get(number=number)
    before, clock = cpu.own() + cpu.spent(stand.database), time.perf_counter()
    write_mailing(mailing=mailing.pk)
    took, worked = time.perf_counter() - clock, cpu.own() + cpu.spent(stand.database) - before
    if Door.objects.filter(mailing=mailing).count() != homes:
        raise RuntimeError("not every home was written in")
    yield Measured(f"a notice to {homes} households: by the clock", took, "s", WALL)
    yield Measured("a notice to one household", worked / homes, MS)
    yield from _watched(stand, mailing, 0.5 if few else LASTS)


def _watched(stand: Stand, mailing: Mailing, lasts: float) -> Iterator[Measured]:
    """What a board costs that is read while receipts come in, and what one receipt costs."""
    places = list(Door.objects.filter(mailing=mailing).values_list("place", flat=True))
    reads = _Reads(mailing)
    reader = threading.Thread(target=reads.run)
    reader.start()
    before, sent = cpu.own() + cpu.spent(stand.database), _take_for(mailing, places, lasts)
    reads.stop.set()
    reader.join()
    both = cpu.own() + cpu.spent(stand.database) - before
    yield Measured("receipts taken in a second meanwhile", sent / lasts, "receipts/s")
    yield Measured("one receipt", (both - reads.cost * reads.done) / sent, MS)
    yield Measured("reach board while they come in", reads.cost, MS, BOARD)


class _Reads:
    """Somebody who reads the board some times a second, as many pages kept open would; its own cost alone."""

    def __init__(self, mailing: Mailing) -> None:
        self.mailing, self.done, self.cost, self.stop = mailing, 0, 0.0, threading.Event()

    def run(self) -> None:
        """Until told to stop; at least once."""
        try:
            board(self.mailing.number, by=SYSTEM)
            backend = connection.connection.info.backend_pid
            before = time.thread_time() * 1000 + cpu.spent(backend)
            while not self.done or not self.stop.wait(OFTEN):
                board(self.mailing.number, by=SYSTEM)
                self.done += 1
            self.cost = (time.thread_time() * 1000 + cpu.spent(backend) - before) / self.done
        finally:
            connection.close()


def _take_for(mailing: Mailing, places: list[UUID], lasts: float) -> int:
    """Takes receipts at the rate for so many seconds; how many."""
    dice, begun, sent = Random(1), time.perf_counter(), 0  # noqa: S311 - which door answers next
    while (passed := time.perf_counter() - begun) < lasts:
        if sent < passed * RATE:
            take(_some(dice, mailing, places, at=timezone.now()))
            sent += BATCH
        else:
            time.sleep(0.002)
    return sent


def _some(dice: Random, mailing: Mailing, places: list[UUID], *, at: datetime) -> list[Taken]:
    kinds = (Kind.DELIVERED, Kind.READ, Kind.CONFIRMED)
    return [Taken(mailing=mailing.pk, place=dice.choice(places), kind=dice.choice(kinds), at=at) for _ in range(BATCH)]


def _settled(stand: Stand, homes: int) -> str:
    """A community of its own with so many homes, two staircases of fifty to a building; its path."""
    top = Place.objects.get(path=stand.neighbourhood.communities[0].path).parent
    assert top is not None  # noqa: S101 - communities stand in a subdistrict
    community = _place(top, PlaceKind.COMMUNITY, 900, at=stand.at)
    community.save()
    buildings = [
        _place(community, PlaceKind.BUILDING, n, at=stand.at) for n in range(1, homes // PER_STAIR // STAIRS + 1)
    ]
    Place.objects.bulk_create(buildings)
    Place.objects.bulk_create(
        [_place(each, PlaceKind.UNIT, n, at=stand.at) for each in buildings for n in range(1, STAIRS + 1)]
    )
    with connection.cursor() as cursor:
        cursor.execute(FILL, [stand.at, PER_STAIR, f"{community.path}%", *[stand.at] * 6])
        cursor.execute("ANALYZE")
    return community.path


def _place(parent: Place, kind: PlaceKind, n: int, *, at: datetime) -> Place:
    given = {"parent": parent, "kind": kind.value, "position": n, "active_from": at}
    return Place(name=f"{n}", path=parent.path + segment(kind, n), **given)
