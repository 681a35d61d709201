"""A made-up subdistrict office, a community and its people."""

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from uuid import UUID

import pytest

from linli.domains.people import actions, queries
from linli.domains.people.actor import SYSTEM, Actor
from linli.domains.people.vocabulary import OrganisationKind
from linli.domains.places import actions as places
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.spots import Spot

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


@dataclass
class Town:
    """柳荫街道 with two communities, its office and one residents' committee."""

    subdistrict: Spot
    community: Spot
    other: Spot
    office: UUID
    committee: UUID


@pytest.fixture
def at() -> datetime:
    return AT


@pytest.fixture
def town(db) -> Town:
    subdistrict = places.add(new=NewPlace(PlaceKind.SUBDISTRICT, "柳荫街道"), by=SYSTEM, at=AT)
    community, other = (
        places.add(new=NewPlace(PlaceKind.COMMUNITY, name, parent=subdistrict.id), by=SYSTEM, at=AT)
        for name in ("春风社区", "秋实社区")
    )
    actions.install_standard_roles(by=SYSTEM, at=AT)
    office = actions.create_organisation(
        kind=OrganisationKind.SUBDISTRICT_OFFICE, name="柳荫街道办事处", place=subdistrict.id, by=SYSTEM, at=AT
    )
    committee = actions.create_organisation(
        kind=OrganisationKind.RESIDENTS_COMMITTEE,
        name="春风社区居委会",
        name_en="Chunfeng residents' committee",
        place=community.id,
        by=SYSTEM,
        at=AT,
    )
    return Town(subdistrict, community, other, office, committee)


@pytest.fixture
def hire(town):
    """hire("li", "grid_worker", at=spot): a new member of staff in a post; answers the account."""

    def _hire(username: str, *roles: str, over: Spot | None = None) -> UUID:
        account = actions.open_staff_account(username=username, display_name=f"员工{username}", by=SYSTEM, at=AT)
        for role in roles:
            place = (over or town.subdistrict).id
            actions.appoint(account=account, organisation=town.office, role=role, place=place, by=SYSTEM, at=AT)
        return account

    return _hire


@pytest.fixture
def staff(hire):
    """staff("grid_worker", over=spot): an actor in a new post."""

    numbers = count(1)

    def _staff(*roles: str, over: Spot | None = None) -> Actor:
        return queries.actor_for(hire(f"staff{next(numbers)}", *roles, over=over), at=AT)

    return _staff
