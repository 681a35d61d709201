"""A made-up subdistrict to stand in."""

from datetime import UTC, datetime

import pytest

from linli.domains.people.actor import SYSTEM
from linli.domains.places import actions
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.spots import Spot

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def square():
    """square(west, south, size): a GeoJSON square, in degrees."""
    return _square


def _square(west: float, south: float, size: float = 1.0) -> dict:
    east, north = west + size, south + size
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


@pytest.fixture
def at() -> datetime:
    return AT


@pytest.fixture
def subdistrict(db) -> Spot:
    return actions.add(new=NewPlace(PlaceKind.SUBDISTRICT, "柳荫街道", name_en="Liuyin"), by=SYSTEM, at=AT)


@pytest.fixture
def put():
    """put("3号楼", PlaceKind.BUILDING, under=spot): adds a place as the deployment itself."""

    def _put(name: str, kind: PlaceKind, *, under: Spot, **more) -> Spot:
        return actions.add(new=NewPlace(kind, name, parent=under.id, **more), by=SYSTEM, at=AT)

    return _put


@pytest.fixture
def community(subdistrict, put) -> Spot:
    return put("春风社区", PlaceKind.COMMUNITY, under=subdistrict, name_en="Chunfeng community")
