"""Where the bench's requests live: a subdistrict of five communities, its units, its staff and their tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from linli.domains.people.actions import (
    appoint,
    create_organisation,
    install_standard_roles,
    open_staff_account,
)
from linli.domains.people.actor import SYSTEM, Actor
from linli.domains.people.queries import actor_for
from linli.domains.people.tokens.actions import issue_token
from linli.domains.people.tokens.vocabulary import TokenPurpose
from linli.domains.people.vocabulary import OrganisationKind
from linli.domains.places.actions import NewPlace, add_many
from linli.domains.places.kinds import PlaceKind

COMMUNITIES, GRIDS, BUILDINGS, DEPARTMENTS = 5, 3, 8, 4
TOKEN_LASTS = timedelta(days=2)


@dataclass(frozen=True)
class Community:
    """One community: its place, its head, and its buildings."""

    place: UUID
    path: str
    head: Actor
    buildings: tuple[UUID, ...]


@dataclass(frozen=True)
class Department:
    """A unit that answers, and who signs there."""

    unit: UUID
    clerk: Actor


@dataclass
class Neighbourhood:
    """Everything a request meets."""

    communities: list[Community] = field(default_factory=list)
    departments: list[Department] = field(default_factory=list)
    dispatcher: Actor = field(default_factory=Actor)
    caller: Actor = field(default_factory=Actor)

    def token(self, actor: Actor, *, at: datetime) -> str:
        """A token of this member of staff, good for everything their posts allow."""
        return issue_token(
            account=account_of(actor), name="bench", purposes=tuple(TokenPurpose), lasts=TOKEN_LASTS, by=SYSTEM, at=at
        )


def account_of(actor: Actor) -> UUID:
    """The account of someone who has one."""
    if actor.account is None:
        raise LookupError("only staff have an account here")
    return actor.account


def build(*, at: datetime) -> Neighbourhood:
    """Builds it through the real actions, as it stood at that time."""
    install_standard_roles(by=SYSTEM, at=at)
    district = NewPlace(PlaceKind.DISTRICT, "测试区")
    subdistrict = NewPlace(PlaceKind.SUBDISTRICT, "测试街道", district.id)
    add_many(news=[district, subdistrict], by=SYSTEM, at=at)
    office = _unit(OrganisationKind.SUBDISTRICT_OFFICE, "测试街道办事处", subdistrict.id, at)
    return Neighbourhood(
        communities=[_community(number, subdistrict, at) for number in range(1, COMMUNITIES + 1)],
        departments=[_department(number, subdistrict, at) for number in range(1, DEPARTMENTS + 1)],
        dispatcher=_hire("dispatcher", "subdistrict_dispatcher", office, subdistrict.id, at),
        caller=_hire("caller", "callback_desk", office, subdistrict.id, at),
    )


def _community(number: int, subdistrict: NewPlace, at: datetime) -> Community:
    top = NewPlace(PlaceKind.COMMUNITY, f"第{number}社区", subdistrict.id)
    grids = [NewPlace(PlaceKind.GRID, f"第{each + 1}网格", top.id) for each in range(GRIDS)]
    buildings = [
        NewPlace(PlaceKind.BUILDING, f"{each + 1}号楼", grid.id)
        for order, grid in enumerate(grids)
        for each in range(order * BUILDINGS, (order + 1) * BUILDINGS)
    ]
    path = add_many(news=[top, *grids, *buildings], by=SYSTEM, at=at)[0].path
    committee = _unit(OrganisationKind.RESIDENTS_COMMITTEE, f"第{number}社区居委会", top.id, at)
    head = _hire(f"head{number}", "community_head", committee, top.id, at)
    return Community(top.id, path, head, tuple(building.id for building in buildings))


def _department(number: int, subdistrict: NewPlace, at: datetime) -> Department:
    unit = _unit(OrganisationKind.LINE_DEPARTMENT, f"第{number}科", subdistrict.id, at)
    return Department(unit, _hire(f"clerk{number}", "department_clerk", unit, subdistrict.id, at))


def _unit(kind: OrganisationKind, name: str, place: UUID, at: datetime) -> UUID:
    return create_organisation(kind=kind, name=name, place=place, by=SYSTEM, at=at)


def _hire(username: str, role: str, unit: UUID, place: UUID, at: datetime) -> Actor:
    account = open_staff_account(username=f"bench.{username}", display_name=username, by=SYSTEM, at=at)
    appoint(account=account, organisation=unit, role=role, place=place, by=SYSTEM, at=at)
    return actor_for(account, at=at)
