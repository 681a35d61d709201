"""Households: formed, declared, confirmed, joined, left and dissolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.domains.holdings.models import Home, Household, HouseholdMember
from linli.domains.holdings.refusals import head_first, member_already, no_such_home, no_such_household
from linli.domains.holdings.rights import KEEP
from linli.domains.holdings.vocabulary import Relation
from linli.domains.people.actor import Actor
from linli.domains.people.models import Person
from linli.domains.people.refusals import no_such
from linli.domains.people.rights import require
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say


@dataclass(frozen=True, slots=True)
class NewHousehold:
    """A household to be formed in a registered home; of several members one is the head."""

    home: UUID
    members: Sequence[tuple[UUID, Relation]]


@transaction.atomic
def form_households(*, households: Sequence[NewHousehold], by: Actor, at: datetime) -> list[UUID]:
    """Forms households, confirmed by whoever enters them, in the order given; four statements however many."""
    _require_keep([each.home for each in households], by)
    _require_persons([person for each in households for person, _ in each.members])
    rows = [
        Household(home_id=each.home, head_id=_head(each), since=at, confirmed_at=at, confirmed_by_id=by.account)
        for each in households
    ]
    Household.objects.bulk_create(rows, batch_size=5000)
    _join([(row, *member) for row, each in zip(rows, households, strict=True) for member in each.members], at)
    return [row.pk for row in rows]


@transaction.atomic
def declare_home(*, place: UUID, by: Actor, at: datetime) -> UUID:
    """A resident says where they live: a household of their own there, to be confirmed by the desk.

    Saying so again changes nothing.
    """
    if by.person is None:
        raise NotAllowed(say("Sign in first, then choose your home.", "请先登录，再选择住址。"))
    if not Place.objects.filter(pk=place, kind=PlaceKind.HOME.value, active_until=None).exists():
        raise no_such_home()
    # Held until the end, so that saying it twice at once makes one household.
    Person.objects.select_for_update(no_key=True).get(pk=by.person)
    mine = HouseholdMember.objects.filter(
        person=by.person, household__home__place=place, until=None, household__until=None
    )
    known = mine.values_list("household_id", flat=True).first()
    if known:
        return known
    home, _ = Home.objects.get_or_create(place_id=place, defaults={"registered_at": at})
    household = Household.objects.create(home=home, head_id=by.person, since=at)
    _join([(household, by.person, Relation.HEAD)], at)
    return household.pk


@transaction.atomic
def confirm_household(*, household: UUID, by: Actor, at: datetime) -> None:
    """The desk knows that these people live there."""
    found = _to_change(household, by)
    found.confirmed_at, found.confirmed_by_id = at, by.account
    found.save(update_fields=["confirmed_at", "confirmed_by"])


@transaction.atomic
def add_member(*, household: UUID, person: UUID, relation: Relation, by: Actor, at: datetime) -> None:
    """Someone joins a household."""
    found = _to_change(household, by)
    _require_persons([person])
    if relation is Relation.HEAD:
        if found.head_id:
            raise head_first()
        found.head_id = person
        found.save(update_fields=["head"])
    _join([(found, person, relation)], at)


@transaction.atomic
def remove_member(*, household: UUID, person: UUID, by: Actor, at: datetime) -> None:
    """Someone leaves a household: they say so themselves, or the desk knows."""
    found = _to_change(household, by, own=person)
    left = HouseholdMember.objects.filter(household=found, person=person, until=None).update(until=at)
    if not left:
        raise no_such(say("member", "成员"))
    if found.head_id == person:
        found.head = None
        found.save(update_fields=["head"])
    if not HouseholdMember.objects.filter(household=found, until=None).exists():
        Household.objects.filter(pk=household).update(until=at)


@transaction.atomic
def dissolve_household(*, household: UUID, by: Actor, at: datetime) -> None:
    """The whole household moves out."""
    found = _to_change(household, by)
    HouseholdMember.objects.filter(household=found, until=None).update(until=at)
    found.until = at
    found.save(update_fields=["until"])


@transaction.atomic
def forget_person(person: UUID) -> None:
    """An erased person leaves no trace of where they lived; a household of nobody is gone."""
    Household.objects.filter(head=person).update(head=None)
    memberships = HouseholdMember.objects.filter(person=person)
    left = set(memberships.values_list("household_id", flat=True))
    memberships.delete()
    Household.objects.filter(pk__in=left, members=None).delete()


def _to_change(household: UUID, by: Actor, *, own: UUID | None = None) -> Household:
    """The household, locked; `own` is the person who may change this much without any right."""
    rows = Household.objects.select_for_update(no_key=True, of=("self",)).select_related("home__place")
    found = rows.filter(pk=household, until=None).first()
    if found is None:
        raise no_such_household()
    if own is None or own != by.person:
        require(by, KEEP, at_place=found.home.place.path)
    return found


def _require_keep(homes: Sequence[UUID], by: Actor) -> None:
    paths = dict(Home.objects.filter(pk__in=set(homes)).values_list("pk", "place__path"))
    if set(homes) - paths.keys():
        raise no_such_home()
    for path in paths.values():
        require(by, KEEP, at_place=path)


def _require_persons(persons: Sequence[UUID]) -> None:
    if Person.objects.filter(pk__in=set(persons), erased_at=None).count() < len(set(persons)):
        raise no_such(say("person", "人员"))


def _head(new: NewHousehold) -> UUID | None:
    heads = [person for person, relation in new.members if relation is Relation.HEAD]
    if len(heads) > 1 or (len(new.members) > 1 and not heads):
        raise head_first()
    return heads[0] if heads else None


def _join(members: Sequence[tuple[Household, UUID, Relation]], at: datetime) -> None:
    rows = [
        HouseholdMember(household=household, person_id=person, relation=relation.value, since=at)
        for household, person, relation in members
    ]
    try:
        with transaction.atomic():
            HouseholdMember.objects.bulk_create(rows, batch_size=5000)
    except IntegrityError:
        raise member_already() from None
