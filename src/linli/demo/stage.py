"""Sets the stage: places, roles, units, staff with posts and passwords, residents with accounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from uuid import UUID

from linli.demo import land
from linli.demo.people import STAFF, SUBDISTRICT, UNITS, Neighbour, Staff, neighbours, password_of
from linli.demo.telling import Spot
from linli.domains.people.actions import (
    NewPerson,
    appoint,
    create_organisation,
    install_standard_roles,
    open_staff_account,
    register_many,
)
from linli.domains.people.actor import SYSTEM, Actor
from linli.domains.people.models import Account
from linli.domains.people.queries import actor_for
from linli.domains.people.signin import totp
from linli.domains.people.signin.passwords import set_password
from linli.domains.places.actions import add_many
from linli.domains.places.kinds import PlaceKind


@dataclass
class Stage:
    """Who and where, by the demo's own short names."""

    areas: dict[str, UUID] = field(default_factory=dict)
    spots: list[Spot] = field(default_factory=list)
    units: dict[str, UUID] = field(default_factory=dict)
    staff: dict[str, Actor] = field(default_factory=dict)
    neighbours: list[Neighbour] = field(default_factory=list)
    persons: list[UUID] = field(default_factory=list)


def set_stage(*, at: datetime, seed: int) -> Stage:
    """Builds all that stands still, through the real actions."""
    stage = Stage()
    _places(stage, at)
    install_standard_roles(by=SYSTEM, at=at)
    for unit in UNITS:
        stage.units[unit.code] = create_organisation(
            kind=unit.kind,
            name=unit.zh,
            name_en=unit.en,
            phone=unit.phone,
            place=stage.areas[unit.where],
            by=SYSTEM,
            at=at,
        )
    for staff in STAFF:
        stage.staff[staff.username] = _hire(staff, stage, at)
    stage.neighbours = neighbours(60, Random(seed))
    people = [NewPerson(name=each.name, phone=each.phone) for each in stage.neighbours]
    stage.persons = register_many(people=people, by=SYSTEM, at=at)
    return stage


def _places(stage: Stage, at: datetime) -> None:
    news = land.places()
    add_many(news=news, by=SYSTEM, at=at)
    by_id = {new.id: new for new in news}
    codes = {community.zh: community.code for community in land.COMMUNITIES}
    for new in news:
        if new.kind == PlaceKind.SUBDISTRICT:
            stage.areas[SUBDISTRICT] = new.id
        if new.kind == PlaceKind.COMMUNITY:
            stage.areas[codes[new.name]] = new.id
        if new.kind == PlaceKind.BUILDING and new.parent:
            community = by_id[by_id[new.parent].parent or new.parent]
            stage.spots.append(Spot(new.id, codes[community.name], new.name))


def _hire(staff: Staff, stage: Stage, at: datetime) -> Actor:
    account = open_staff_account(username=staff.username, display_name=staff.name, by=SYSTEM, at=at)
    appoint(
        account=account,
        organisation=stage.units[staff.unit],
        role=staff.role,
        place=stage.areas[staff.where],
        by=SYSTEM,
        at=at,
    )
    set_password(Account.objects.get(pk=account), password_of(staff.username), at=at)
    totp.add(account, totp.demo_secret(staff.username), at=at)
    return actor_for(account, at=at)
