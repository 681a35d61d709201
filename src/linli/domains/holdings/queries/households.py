"""Households of an area, and whether someone lives in it: opaque numbers; names are opened in the vault."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Prefetch

from linli.domains.holdings.models import Household, HouseholdMember
from linli.domains.holdings.rights import READ
from linli.domains.holdings.vocabulary import Relation
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require
from linli.domains.places.paths import below, natural_order


@dataclass(frozen=True, slots=True)
class MemberSeen:
    """A person in a household."""

    person: UUID
    relation: Relation


@dataclass(frozen=True, slots=True)
class HouseholdSeen:
    """A household now living in a home."""

    id: UUID
    home: UUID
    path: str
    head: UUID | None
    confirmed: bool
    members: tuple[MemberSeen, ...]


def households_below(path: str, *, by: Actor) -> list[HouseholdSeen]:
    """Households now living in an area, in the order of the tree. Two statements."""
    require(by, READ, at_place=path)
    now = Household.objects.filter(below(path, field="home__place__path"), until=None)
    members = Prefetch("members", HouseholdMember.objects.filter(until=None).order_by("since", "pk"))
    joined = now.select_related("home__place").defer("home__place__geometry").prefetch_related(members)
    return [_seen(household) for household in sorted(joined, key=_order)]


def residents_below(path: str, *, by: Actor) -> set[UUID]:
    """Persons who now live in an area and whom the desk knows."""
    require(by, READ, at_place=path)
    now = HouseholdMember.objects.filter(below(path, field="household__home__place__path"), until=None)
    known = now.filter(household__until=None, household__confirmed_at__isnull=False)
    return set(known.values_list("person_id", flat=True))


def lives_below(person: UUID, path: str) -> bool:
    """Whether a person is known to live at or below a place: asked by other rooms of the house."""
    now = HouseholdMember.objects.filter(below(path, field="household__home__place__path"), person=person, until=None)
    return now.filter(household__until=None, household__confirmed_at__isnull=False).exists()


def _order(household: Household) -> tuple[int, ...]:
    return natural_order(household.home.place.path)


def _seen(household: Household) -> HouseholdSeen:
    return HouseholdSeen(
        household.pk,
        household.home_id,
        household.home.place.path,
        household.head_id,
        household.confirmed_at is not None,
        tuple(MemberSeen(member.person_id, Relation(member.relation)) for member in household.members.all()),
    )


def living_below(persons: Collection[UUID], paths: Sequence[str]) -> set[UUID]:
    """Those of the persons who are known to live at or below one of these places: asked by other rooms of the house."""
    within = reduce(or_, (below(path, field="household__home__place__path") for path in paths))
    now = HouseholdMember.objects.filter(within, person__in=persons, until=None, household__until=None)
    return set(now.filter(household__confirmed_at__isnull=False).values_list("person_id", flat=True))
