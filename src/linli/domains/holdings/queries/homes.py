"""Homes: one's own, and those of an area."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import or_
from uuid import UUID

from linli.domains.holdings.models import Home, HouseholdMember
from linli.domains.holdings.rights import READ
from linli.domains.holdings.vocabulary import HomeUse
from linli.domains.people.actor import Actor
from linli.domains.people.refusals import no_such
from linli.domains.people.rights import require
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import below, natural_order
from linli.domains.places.queries import labels
from linli.kernel.words import Words, say


@dataclass(frozen=True, slots=True)
class HomeSeen:
    """A home; for one's own, `household` says as what one lives there and `confirmed` whether the desk knows."""

    id: UUID
    place: UUID
    path: str
    words: Words
    use: HomeUse
    area_m2: Decimal | None
    household: UUID | None = None
    confirmed: bool = False


def homes_of(person: UUID, *, by: Actor) -> list[HomeSeen]:
    """Where a person lives now: for the person, and for whoever acts for them. Two statements."""
    if not by.system and person not in (by.person, by.on_behalf_of):
        raise no_such(say("person", "人员"))
    now = HouseholdMember.objects.filter(person=person, until=None, household__until=None)
    rows = now.select_related("household__home__place").defer("household__home__place__geometry").order_by("-since")
    homes = [(row.household.home, row.household) for row in rows]
    words = labels([home.place.path for home, _ in homes])
    return [
        _seen(home, words[home.place.path], household.pk, confirmed=household.confirmed_at is not None)
        for home, household in homes
    ]


def homes_below(path: str, *, by: Actor) -> list[HomeSeen]:
    """Homes of an area, in the order of the tree. Two statements."""
    require(by, READ, at_place=path)
    homes = Home.objects.filter(below(path, field="place__path"), place__active_until=None).select_related("place")
    found = sorted(homes.defer("place__geometry"), key=lambda home: natural_order(home.place.path))
    words = labels([home.place.path for home in found])
    return [_seen(home, words[home.place.path]) for home in found]


def _seen(home: Home, words: Words, household: UUID | None = None, *, confirmed: bool = False) -> HomeSeen:
    return HomeSeen(
        home.pk, home.place_id, home.place.path, words, HomeUse(home.use), home.area_m2, household, confirmed
    )


def count_homes(paths: Collection[str]) -> int:
    """How many homes lie at or below any of these places, each once, whoever lives there; one statement."""
    if not paths:
        return 0
    within = reduce(or_, (below(path) for path in paths))
    return Place.objects.filter(within, kind=PlaceKind.HOME, active_until=None).count()
