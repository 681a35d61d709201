"""A small neighbourhood for tests: one subdistrict, two communities, the units and people a request meets.

`neighbourhood` is a fixture (registered in conftest). Actors are plain values with the rights their part needs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from linli.domains.people.actor import Actor, HeldPost
from linli.kernel.ids import new_id

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A working Monday morning well inside a published year."""

HANDLER = {"requests.read", "requests.handle"}
DESK = {"requests.read", "requests.accept", "requests.dispatch", "requests.contact"}


@dataclass
class Neighbourhood:
    """Places, units and actors by short names."""

    places: dict[str, object] = field(default_factory=dict)
    units: dict[str, UUID] = field(default_factory=dict)
    desk: Actor = field(default_factory=Actor)
    handler: Actor = field(default_factory=Actor)
    other_handler: Actor = field(default_factory=Actor)
    verifier: Actor = field(default_factory=Actor)
    caller: Actor = field(default_factory=Actor)
    supervisor: Actor = field(default_factory=Actor)
    stranger: Actor = field(default_factory=Actor)
    resident: Actor = field(default_factory=Actor)
    neighbour: Actor = field(default_factory=Actor)

    @property
    def building(self) -> UUID:
        """A building of the first community."""
        return self.places["building"].pk


def _place(name: str, kind: str, parent: object | None, position: int) -> object:
    from linli.domains.places.kinds import PlaceKind
    from linli.domains.places.models import Place
    from linli.domains.places.paths import segment

    path = (parent.path if parent else "") + segment(PlaceKind(kind), position)
    if parent:
        Place.objects.filter(pk=parent.pk).update(last_child=position)
    return Place.objects.create(
        name=name, kind=kind, parent=parent, position=position, path=path, active_from=MONDAY.replace(year=2020)
    )


def _unit(name: str, kind: str, place: object) -> UUID:
    from linli.domains.people.models import Organisation

    return Organisation.objects.create(name=name, kind=kind, place=place, created_at=MONDAY).pk


def _staff(username: str, unit: UUID, area: str, rights: set[str]) -> Actor:
    from linli.domains.people.models import Account

    account = Account.objects.create(kind="staff", username=username, display_name=username, opened_at=MONDAY)
    post = HeldPost(id=new_id(), organisation=unit, role="tested", area=area, rights=frozenset(rights))
    return Actor(account=account.pk, posts=(post,), channel="web")


def staff_member(here: Neighbourhood, username: str, unit: str, rights: set[str], *, area: str = "willow") -> Actor:
    """Somebody of one of its units with these rights over the first community, or another area."""
    return _staff(username, here.units[unit], here.places[area].path, rights)


def _resident() -> Actor:
    from linli.domains.people.models import Account, Person

    person = Person.objects.create(registered_at=MONDAY)
    account = Account.objects.create(kind="resident", person=person, opened_at=MONDAY)
    return Actor(account=account.pk, person=person.pk)


def build() -> Neighbourhood:
    """Makes the neighbourhood in the current test database."""
    district = _place("柳河区", "district", None, 1)
    subdistrict = _place("柳荫街道", "subdistrict", district, 1)
    willow = _place("柳荫社区", "community", subdistrict, 1)
    poplar = _place("白杨社区", "community", subdistrict, 2)
    building = _place("3号楼", "building", willow, 1)
    units = {
        "committee": _unit("柳荫社区居委会", "residents_committee", willow),
        "other_committee": _unit("白杨社区居委会", "residents_committee", poplar),
        "property": _unit("柳荫物业", "property_company", willow),
        "water": _unit("供水所", "line_department", subdistrict),
        "office": _unit("柳荫街道办事处", "subdistrict_office", subdistrict),
    }
    return Neighbourhood(
        places={"subdistrict": subdistrict, "willow": willow, "poplar": poplar, "building": building},
        units=units,
        desk=_staff("desk", units["committee"], willow.path, DESK),
        handler=_staff("handler", units["property"], willow.path, HANDLER),
        other_handler=_staff("water", units["water"], subdistrict.path, HANDLER),
        verifier=_staff("verifier", units["committee"], willow.path, {"requests.read", "requests.verify"}),
        caller=_staff("caller", units["office"], subdistrict.path, {"requests.read", "requests.call_back"}),
        supervisor=_staff(
            "supervisor", units["office"], subdistrict.path, {"requests.read", "requests.supervise", "requests.whistle"}
        ),
        stranger=_staff("stranger", units["other_committee"], poplar.path, DESK | HANDLER),
        resident=_resident(),
        neighbour=_resident(),
    )


@pytest.fixture
def neighbourhood(db: None) -> Neighbourhood:
    """The neighbourhood, in a transaction that is rolled back."""
    return build()
