"""Scanning a poster or a paper form: the report begins with its place, and nothing else is known of who scans."""

import pytest
from tests.portal.report.test_where import PlaceKind, segment

from linli.domains.places.models import Place

pytestmark = pytest.mark.django_db


def test_the_place_comes_along_and_is_asked_no_more(here, visitor):
    address = f"/report/?at={here.building}"
    assert "柳荫社区3号楼" in visitor.read(address).words
    assert visitor.send(address, {"text": "电梯坏了"}).location == "/report/about/"
    visitor.send("/report/about/", {"category": "home.lift"})
    visitor.send("/report/you/")
    assert "柳荫社区3号楼" in visitor.read("/report/check/").words


def test_looking_alone_keeps_nothing(here, visitor):
    visitor.read(f"/report/?at={here.building}")
    assert visitor.send("/report/", {"text": "电梯坏了"}).location == "/report/where/"


@pytest.mark.parametrize("at", ["", "x", "01890000-0000-7000-8000-000000000000", "d1.s1.c1."])
def test_a_code_that_leads_nowhere_asks_where_it_is(here, visitor, at):
    assert "不在这里" not in visitor.read(f"/report/?at={at}").words
    assert visitor.send(f"/report/?at={at}", {"text": "电梯坏了"}).location == "/report/where/"


def test_a_place_out_of_use_or_a_home_is_asked_anew(here, visitor):
    building = here.places["building"]
    home = Place.objects.create(
        name="301",
        kind="home",
        parent=building,
        position=1,
        path=building.path + segment(PlaceKind.HOME, 1),
        active_from=building.active_from,
    )
    assert visitor.send(f"/report/?at={home.pk}", {"text": "电梯坏了"}).location == "/report/where/"
    Place.objects.filter(pk=building.pk).update(active_until=building.active_from)
    assert visitor.send(f"/report/?at={building.pk}", {"text": "电梯坏了"}).location == "/report/where/"
