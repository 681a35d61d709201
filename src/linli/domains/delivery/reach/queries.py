"""What may be asked: how far a mailing reached, part by part; which doors are left; how one's own home stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from linli.domains.delivery.reach.kinds import Kind
from linli.domains.delivery.reach.models import Door, Mailing, Muted, Receipt
from linli.domains.delivery.reach.refusals import elsewhere, no_mailing, not_that_door
from linli.domains.delivery.reach.rights import DOORS
from linli.domains.holdings.models import HouseholdMember
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.paths import KIND_BY_LETTER, kind_of, natural_order, parent_of
from linli.domains.places.queries import at_paths, labels
from linli.kernel.words import Words

MOST_DOORS = 2_000
"""Doors of one list: more are nobody's walk."""

_COLUMNS = ", ".join(f"sum({kind.code})::int" for kind in Kind)
_PARTS = f"""
SELECT coalesce(substring(path FROM %s), path) AS part, sum(doors)::int, {_COLUMNS}
FROM reach_stair WHERE mailing_id = %s AND path >= %s AND path < %s
GROUP BY part
"""  # noqa: S608 - names of our own columns alone
_DOORS = """
SELECT door.place, place.path, place.name, door.reached
FROM reach_stair stair JOIN reach_door door ON door.stair_id = stair.id JOIN places_place place ON place.id = door.place
WHERE stair.mailing_id = %s AND stair.path >= %s AND stair.path < %s AND (%s OR door.reached = 0)
ORDER BY place.path LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an area: how many doors, and how many were reached by each kind as their strongest."""

    path: str
    words: Words
    doors: int
    by_kind: tuple[tuple[Kind, int], ...]

    @property
    def reached(self) -> int:
        """Doors with any receipt."""
        return sum(n for _, n in self.by_kind)

    @property
    def left(self) -> int:
        """Doors without any."""
        return self.doors - self.reached

    @property
    def percent(self) -> int:
        """Of a hundred doors, rounded down: it is only 100 when none is left."""
        return 100 * self.reached // self.doors if self.doors else 0


@dataclass(frozen=True, slots=True)
class Board:
    """How far a mailing reached in an area: the whole and its parts, in the order of the tree."""

    number: str
    at: datetime
    written: bool
    area: str
    whole: Part
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class DoorSeen:
    """One door as whoever goes there sees it: what stands on the door, nobody's name."""

    place: UUID
    stair: str
    name: str
    reached: Kind | None


@dataclass(frozen=True, slots=True)
class OwnDoor:
    """How one's own home stands in a mailing."""

    reached: Kind | None
    confirmed_at: datetime | None


def standing_mailing(number: str) -> Mailing:
    """The mailing of that number; NotFound where there is none."""
    found = Mailing.objects.filter(number=number.strip().upper()).first()
    if found is None:
        raise no_mailing()
    return found


def has_mailing(number: str) -> bool:
    """Whether something of that number goes to households."""
    return Mailing.objects.filter(number=number).exists()


def board(number: str, *, area: str = "", by: Actor) -> Board:
    """How far it reached in `area`, else in all the actor may see; NotAllowed outside. Three statements."""
    mailing = standing_mailing(number)
    seen = _area(mailing, area, by=by)
    with connection.cursor() as cursor:
        cursor.execute(_PARTS, [f"^(?:[^.]+\\.)*?{_finer(seen)}[0-9a-z]+\\.", mailing.pk, seen, seen[:-1] + "/"])
        rows = sorted(cursor.fetchall(), key=lambda row: natural_order(row[0]))
    words = labels([seen, *(row[0] for row in rows)])
    parts = [_part(row[0], words[row[0]], row[1:]) for row in rows]
    sums = [sum(column) for column in zip(*(row[1:] for row in rows), strict=True)] or [0] * (len(Kind) + 1)
    whole = _part(seen, words[seen], sums)
    return Board(mailing.number, mailing.at, mailing.done_at is not None, seen, whole, parts)


def doors_left(number: str, *, area: str, everyone: bool = False, by: Actor) -> list[DoorSeen]:
    """The doors of an area that nothing has reached (or all), in the order one walks; at most `MOST_DOORS`."""
    mailing = standing_mailing(number)
    area = _own(area, by=by)
    with connection.cursor() as cursor:
        cursor.execute(_DOORS, [mailing.pk, area, area[:-1] + "/", everyone, MOST_DOORS])
        rows = sorted(cursor.fetchall(), key=lambda row: natural_order(row[1]))
    return [
        DoorSeen(place, parent_of(path), name, Kind(reached) if reached else None)
        for place, path, name, reached in rows
    ]


def doors_of_person(mailing: Mailing, *, by: Actor) -> list[UUID]:
    """The homes of a mailing in which whoever this is for is known to live."""
    if by.stands_for is None:
        return []
    now = HouseholdMember.objects.filter(person=by.stands_for, until=None, household__until=None)
    homes = now.filter(household__confirmed_at__isnull=False).values("household__home__place")
    return list(Door.objects.filter(mailing=mailing, place__in=homes).values_list("place", flat=True))


def own_door(number: str, *, by: Actor) -> OwnDoor | None:
    """How one's own home stands; None for visitors and for homes it was not meant for."""
    mailing = Mailing.objects.filter(number=number).first() if by.stands_for else None
    homes = doors_of_person(mailing, by=by) if mailing else []
    if not homes:
        return None
    door = Door.objects.filter(mailing=mailing, place__in=homes).order_by("reached")[0]
    said = Receipt.objects.filter(door=door, kind=Kind.CONFIRMED).values_list("at", flat=True).first()
    return OwnDoor(Kind(door.reached) if door.reached else None, said)


def is_muted(person: UUID) -> bool:
    """Whether they turned mailings off."""
    return Muted.objects.filter(person=person).exists()


def _area(mailing: Mailing, area: str, *, by: Actor) -> str:
    """The area asked for, if it is the actor's; else the widest of theirs that the mailing touches."""
    if area:
        return _own(area, by=by)
    whole = _common(mailing.paths)
    if by.system or by.may(DOORS.code, at_place=whole):
        return whole
    for own in by.areas(DOORS.code):
        if any(own.startswith(path) or path.startswith(own) for path in mailing.paths):
            return own
    raise elsewhere()


def _own(area: str, *, by: Actor) -> str:
    """The area, which must be a place of the tree and the actor's."""
    require(by, DOORS, at_place=area)
    if not at_paths([area]):
        raise not_that_door()
    return area


def _common(paths: Sequence[str]) -> str:
    common = paths[0]
    while not all(path.startswith(common) for path in paths):
        common = parent_of(common)
    return common


def _finer(area: str) -> str:
    """Letters of the level at which an area is told part by part: communities, then buildings, then staircases."""
    kind = kind_of(area)
    if kind.rank < PlaceKind.COMMUNITY.rank:
        wanted = PlaceKind.COMMUNITY
    elif kind.rank < PlaceKind.BUILDING.rank:
        wanted = PlaceKind.BUILDING
    else:
        wanted = PlaceKind.UNIT
    return next(letter for letter, each in KIND_BY_LETTER.items() if each == wanted)


def _part(path: str, words: Words, counts: Sequence[int]) -> Part:
    return Part(path, words, counts[0], tuple(zip(Kind, counts[1:], strict=True)))
