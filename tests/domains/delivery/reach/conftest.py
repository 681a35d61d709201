"""A building of two staircases with six homes, a mailing to it, and people who live there."""

from __future__ import annotations

import pytest
from tests.domains.delivery.conftest import agreed, own_templates, own_vault, person
from tests.neighbourhood import MONDAY, _place, staff_member

from linli.domains.delivery.reach.actions import begin_mailing
from linli.domains.delivery.reach.jobs import write_mailing
from linli.domains.delivery.reach.models import Mailing
from linli.domains.delivery.templates import register_template
from linli.domains.holdings.models import Home, Household, HouseholdMember
from linli.domains.people.models import Person
from linli.kernel.ids import new_id
from linli.kernel.words import say

__all__ = ["agreed", "own_templates", "own_vault", "person"]
NUMBER = "GG-1"


@pytest.fixture
def here(neighbourhood):
    building = neighbourhood.places["building"]
    for stair in (1, 2):
        unit = _place(f"{stair}单元", "unit", building, stair)
        neighbourhood.places[f"stair{stair}"] = unit
        for door in (1, 2, 3):
            neighbourhood.places[f"{stair}0{door}"] = _place(f"{stair}0{door}室", "home", unit, door)
    return neighbourhood


@pytest.fixture
def walker(here):
    return staff_member(here, "walker", "committee", {"reach.doors"})


@pytest.fixture
def lives(here):
    """Has a new person live behind a door, alone or in a household that stands."""

    def moved_in(door: str, *, household: Household | None = None, person=None, confirmed=True) -> Person:
        someone = Person.objects.get(pk=person) if person else Person.objects.create(registered_at=MONDAY)
        home, _ = Home.objects.get_or_create(place=here.places[door], defaults={"registered_at": MONDAY})
        given = {"head": someone, "since": MONDAY, "confirmed_at": MONDAY if confirmed else None}
        kept = household or Household.objects.create(home=home, **given)
        HouseholdMember.objects.create(household=kept, person=someone, relation="other", since=MONDAY)
        return someone

    return moved_in


@pytest.fixture
def begun(here):
    """Begins a mailing to the building, not written yet."""
    register_template(
        "test.out",
        say("Read {number}.", "请看{number}。"),
        subject=say("{number}", "{number}"),
        sms=say("Read.", "请看。"),
    )

    def to(*places, urgent=False, number=NUMBER, at=MONDAY) -> Mailing:
        paths = [here.places[place].path for place in places or ("building",)]
        given = {"template_key": "test.out", "params": {"number": number}, "paths": paths, "urgent": urgent}
        begin_mailing(number=number, matter=new_id(), at=at, **given)
        return Mailing.objects.get(number=number)

    return to


@pytest.fixture
def written(begun):
    """The same, every home written."""

    def to(*places, **more) -> Mailing:
        mailing = begun(*places, **more)
        write_mailing(mailing=mailing.pk)
        return Mailing.objects.get(pk=mailing.pk)

    return to
