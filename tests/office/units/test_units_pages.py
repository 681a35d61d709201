"""Units: listed by kind, founded at a place, renamed, closed with their posts; where an administrator is one."""

from __future__ import annotations

import re

import pytest
from tests.neighbourhood import MONDAY

from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Organisation, Post
from linli.domains.places import actions as places
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind

CODE = "91110000100001569F"
ROBOT = "<script>alert(1)</script>"


@pytest.fixture
def unit(administration):
    """The address of the property company."""
    return f"/office/units/{administration.units['property']}/"


@pytest.fixture
def wanted(administration):
    """What founding asks for, to be changed by the test."""

    def asked(**changes: object) -> dict[str, object]:
        place = administration.places["willow"].pk
        given = {"kind": "volunteer_team", "name": "柳荫巡河队", "name_en": "River Walkers", "where": "柳荫社区"}
        return given | {"place": place, "credit_code": "", "phone": ""} | changes

    return asked


def names(page: str) -> list[str]:
    return re.findall(r"data-open>([^<]+)</a>", page)


def test_the_list_shows_units_by_kind_with_place_and_how_many_serve(administration, sign_in):
    page = sign_in("system").get("/office/units/").content.decode()
    assert {"柳荫物业", "供水所", "柳荫社区居委会", "白杨社区居委会", "柳荫街道办事处"} == set(names(page))
    assert "1 人任职" in page
    assert "柳荫社区" in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?q=柳荫物", ["柳荫物业"]),
        ("?kind=line_department", ["供水所"]),
        ("?kind=nonsense&q=供水", ["供水所"]),
        ("?closed=1", []),
        ("?q=%25", []),
    ],
)
def test_words_and_kind_narrow_it(administration, sign_in, query, shown):
    page = sign_in("system").get(f"/office/units/{query}").content.decode()
    assert names(page) == shown
    assert ("没有符合条件的单位" in page) == (not shown)


def test_a_unit_is_founded_where_it_was_looked_up(administration, sign_in, wanted):
    client = sign_in("system")
    assert "柳荫社区" in client.post("/office/units/new/", wanted(find="1")).content.decode()
    assert not Organisation.objects.filter(name="柳荫巡河队").exists()
    answer = client.post("/office/units/new/", wanted(credit_code=CODE, phone="010 0000-1234"))
    founded = Organisation.objects.get(name="柳荫巡河队")
    assert answer["location"] == f"/office/units/{founded.pk}/"
    page = client.get(answer["location"]).content.decode()
    for told in ("柳荫巡河队", CODE, "柳荫社区", "tel:01000001234"):
        assert told in page


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "", "请选择机构类别"),
        ("kind", "nonsense", "请选择机构类别"),
        ("name", "", "请填写名称"),
        ("name", "队\u202e", "可显示的字符"),
        ("name", "队" * 121, "120"),
        ("name_en", "x\u200b", "可显示的字符"),
        ("credit_code", "91110000100001569X", "统一社会信用代码不正确"),
        ("credit_code", ROBOT[:20], "统一社会信用代码不正确"),
        ("phone", "12", "带区号的固定电话"),
        ("phone", "0" * 33, "32"),
        ("place", "", "请查找并选择地点"),
        ("place", "00000000-0000-0000-0000-000000000000", "请从查到的地点里选"),
    ],
)
def test_a_unit_is_refused_in_words(administration, sign_in, refused, wanted, field, value, sentence):
    before = Organisation.objects.count()
    page = refused(sign_in("system").post("/office/units/new/", wanted(**{field: value})), 422, sentence)
    assert Organisation.objects.count() == before
    assert ROBOT[:20] not in page


def test_two_units_never_share_a_credit_code(administration, sign_in, refused, wanted):
    client = sign_in("system")
    client.post("/office/units/new/", wanted(credit_code=CODE))
    refused(client.post("/office/units/new/", wanted(name="另一队", credit_code=CODE)), 422, "已有机构使用")


def test_a_unit_is_founded_in_ones_own_area_alone(administration, sign_in, refused, wanted):
    refused(sign_in("far_system").post("/office/units/new/", wanted()), 422, "请从查到的地点里选")
    for who in ("security", "audit", "desk"):
        refused(sign_in(who).post("/office/units/new/", wanted()), 403)
    assert not Organisation.objects.filter(name="柳荫巡河队").exists()


def test_a_unit_gets_another_name(administration, sign_in, refused, unit):
    client = sign_in("system")
    assert 'value="柳荫物业"' in client.get(f"{unit}name/").content.decode()
    refused(client.post(f"{unit}name/", {"name": "", "name_en": ""}), 422, "请填写名称")
    assert (
        client.post(f"{unit}name/", {"name": ROBOT, "name_en": "Property", "phone": "01000001299"})["location"] == unit
    )
    assert Organisation.objects.get(pk=unit.split("/")[-2]).phone == "01000001299"
    page = client.get(unit).content.decode()
    assert "&lt;script&gt;" in page
    assert ROBOT not in page


def test_a_unit_is_closed_with_every_post_in_it(administration, sign_in, refused, unit):
    client = sign_in("system")
    assert client.post(f"{unit}close/")["location"] == unit
    assert not Post.objects.filter(organisation=administration.units["property"], until=None).exists()
    page = client.get(unit).content.decode()
    assert "已撤销" in page
    assert f"{unit}close/" not in page
    refused(client.post(f"{unit}close/"), 404, "机构")
    assert "柳荫物业" in client.get("/office/units/?closed=1").content.decode()


def test_a_unit_is_not_closed_when_nobody_could_appoint_after_it(administration, sign_in, refused):
    Post.objects.filter(account=administration.far_security.account).delete()
    office = f"/office/units/{administration.units['office']}/"
    refused(sign_in("system").post(f"{office}close/"), 409, "没有人能够任免")
    assert Organisation.objects.get(pk=administration.units["office"]).active
    assert Post.objects.filter(account=administration.security.account, until=None).exists()


@pytest.mark.parametrize("act", ["", "name/", "close/"])
def test_another_communitys_administrators_find_no_such_unit(administration, sign_in, refused, unit, act):
    client = sign_in("far_system")
    assert set(names(client.get("/office/units/").content.decode())) == {"白杨社区居委会"}
    asked = client.post(f"{unit}{act}", {"name": "夺名"}) if act else client.get(unit)
    assert asked.status_code in {403, 404}
    refused(client.get(f"{unit}name/"), 404, "机构")
    assert Organisation.objects.get(pk=administration.units["property"]).words.zh == "柳荫物业"


@pytest.mark.parametrize("act", ["name/", "close/"])
def test_those_who_only_appoint_or_audit_change_nothing(administration, sign_in, refused, unit, act):
    for who in ("security", "audit", "desk"):
        refused(sign_in(who).post(f"{unit}{act}", {"name": "夺名"}), 403)
    assert Organisation.objects.get(pk=administration.units["property"]).active


def test_the_page_of_a_unit_costs_the_same_with_many_posts(administration, sign_in, queries, unit, life):
    client = sign_in("security")
    few = queries(client, unit)
    for number in range(6):
        life("dispatched")
        new = NewPlace(PlaceKind.BUILDING, f"新{number}号楼", administration.places["willow"].pk)
        place = places.add(new=new, by=SYSTEM, at=MONDAY)
        Post.objects.create(
            account_id=administration.stranger.account,
            organisation_id=administration.units["property"],
            role_id="volunteer",
            place_id=place.id,
            since=MONDAY,
        )
    assert queries(client, unit) == few
