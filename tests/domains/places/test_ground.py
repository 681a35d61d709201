"""The ground a deployment stands on."""

import pytest

from linli.domains.people.actor import SYSTEM
from linli.domains.places import actions
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import ground

pytestmark = pytest.mark.django_db


def add(kind, name, parent=None, *, at):
    return actions.add(new=NewPlace(kind, name, parent and parent.id), by=SYSTEM, at=at)


def test_nothing_set_up_is_no_ground():
    assert ground().top is None
    assert ground().communities == []


def test_of_one_subdistrict_the_subdistrict_is_the_ground(at, django_assert_num_queries):
    district = add(PlaceKind.DISTRICT, "柳河区", at=at)
    subdistrict = add(PlaceKind.SUBDISTRICT, "柳荫街道", district, at=at)
    willow = add(PlaceKind.COMMUNITY, "柳荫社区", subdistrict, at=at)
    with django_assert_num_queries(1):
        found = ground()
    assert found.top == subdistrict
    assert found.community(willow.path) == willow
    assert found.community(subdistrict.path) is None


def test_of_two_subdistricts_the_district_is_the_ground(at):
    district = add(PlaceKind.DISTRICT, "柳河区", at=at)
    for name in ("柳荫街道", "桃园街道"):
        add(PlaceKind.COMMUNITY, f"{name}第一社区", add(PlaceKind.SUBDISTRICT, name, district, at=at), at=at)
    assert ground().top == district
    assert [each.words.zh for each in ground().communities] == ["柳荫街道第一社区", "桃园街道第一社区"]
