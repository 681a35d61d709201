"""A building with homes, its leader, the desk, and people who live there."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import pytest

from linli.domains.holdings import actions as holdings
from linli.domains.holdings.actions import NewHome
from linli.domains.people import actions, queries
from linli.domains.people.actor import SYSTEM, Actor
from linli.domains.people.models import Account
from linli.domains.people.vocabulary import AccountKind, OrganisationKind
from linli.domains.places import actions as places
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.spots import Spot

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


@dataclass
class Block:
    """1号楼 of 春风社区, rooms 101 and 102; 2号楼 next door, room 201."""

    community: Spot
    building: Spot
    next_door: Spot
    rooms: list[Spot]
    homes: list[UUID]
    committee: UUID


@pytest.fixture
def at() -> datetime:
    return AT


@pytest.fixture
def block(db) -> Block:
    subdistrict = NewPlace(PlaceKind.SUBDISTRICT, "柳荫街道")
    community = NewPlace(PlaceKind.COMMUNITY, "春风社区", parent=subdistrict.id)
    building, next_door = (NewPlace(PlaceKind.BUILDING, name, parent=community.id) for name in ("1号楼", "2号楼"))
    rooms = [
        NewPlace(PlaceKind.HOME, name, parent=above.id)
        for name, above in (("101室", building), ("102室", building), ("201室", next_door))
    ]
    spots = places.add_many(news=[subdistrict, community, building, next_door, *rooms], by=SYSTEM, at=AT)
    homes = holdings.register_homes(homes=[NewHome(room.id) for room in rooms], by=SYSTEM, at=AT)
    actions.install_standard_roles(by=SYSTEM, at=AT)
    committee = actions.create_organisation(
        kind=OrganisationKind.RESIDENTS_COMMITTEE, name="春风社区居委会", place=community.id, by=SYSTEM, at=AT
    )
    return Block(spots[1], spots[2], spots[3], spots[4:], homes, committee)


@pytest.fixture
def in_post(block):
    """in_post("building_leader", over=spot): an actor in that post."""

    def _in_post(role: str, *, over: Spot) -> Actor:
        account = actions.open_staff_account(
            username=f"{role}.{over.path}".rstrip("."), display_name="员工", by=SYSTEM, at=AT
        )
        actions.appoint(account=account, organisation=block.committee, role=role, place=over.id, by=SYSTEM, at=AT)
        return queries.actor_for(account, at=AT)

    return _in_post


@pytest.fixture
def desk(in_post, block) -> Actor:
    return in_post("community_worker", over=block.community)


@pytest.fixture
def person(db):
    """person(): someone registered, without any name."""
    return lambda: actions.register_person(by=SYSTEM, at=AT)


@pytest.fixture
def resident(person):
    """resident(): someone with an account, as an actor."""

    def _resident() -> Actor:
        account = Account.objects.create(kind=AccountKind.RESIDENT.value, person_id=person(), opened_at=AT)
        return queries.actor_for(account.pk, at=AT)

    return _resident
