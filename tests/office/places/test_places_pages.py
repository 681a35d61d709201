"""Places: walked, searched, added line by line, renamed, redrawn after a look, retired; in one's own area alone."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.neighbourhood import MONDAY

from linli.domains.people.actor import SYSTEM
from linli.domains.places import actions
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place

ROBOT = "<script>alert(1)</script>"


def square(west: float, south: float, side: float = 0.01) -> dict:
    """A square outline as GeoJSON."""
    east, north = west + side, south + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.fixture
def willow(administration):
    """The address of the community."""
    return f"/office/places/{administration.places['willow'].pk}/"


@pytest.fixture
def drawn(administration):
    """Both communities and a building of the first drawn, in GCJ-02."""
    for name, shape in (
        ("subdistrict", square(116.3, 39.9, 0.1)),
        ("willow", square(116.31, 39.91)),
        ("poplar", square(116.33, 39.91)),
        ("building", square(116.312, 39.912, 0.001)),
    ):
        actions.redraw(place=administration.places[name].pk, geometry=shape, by=SYSTEM, at=MONDAY)
    return administration


def test_a_place_says_what_lies_below_and_who_is_responsible(drawn, sign_in, willow):
    page = sign_in("system").get(willow).content.decode()
    for told in ("柳荫社区", "3号楼", "柳荫社区居委会", "desk", "<svg"):
        assert told in page


def test_the_whole_is_shown_at_once_and_words_find_places(administration, sign_in):
    client = sign_in("desk")
    assert client.get("/office/places/")["location"] == f"/office/places/{administration.places['subdistrict'].pk}/"
    assert "白杨社区" in client.get("/office/places/?q=白杨").content.decode()
    assert "没有这个名称的地点" in client.get("/office/places/?q=子虚乌有").content.decode()


def test_places_are_added_a_line_each_or_none(administration, sign_in, refused, willow):
    client = sign_in("system")
    names = "4号楼 | Building 4\n\n5号楼\n"
    assert client.post(f"{willow}add/", {"kind": "building", "names": names})["location"] == willow
    added = Place.objects.get(name="4号楼")
    assert (added.name_en, added.parent_id) == ("Building 4", administration.places["willow"].pk)
    before = Place.objects.count()
    refused(client.post(f"{willow}add/", {"kind": "building", "names": "6号楼\n5号楼"}), 422, "5号楼")
    assert Place.objects.count() == before


@pytest.mark.parametrize(
    ("kind", "names", "sentence"),
    [
        ("", "4号楼", "请选择类别"),
        ("district", "4号楼", "请选择类别"),
        ("building", "", "请至少填写一个名称"),
        ("building", " \n \n", "请至少填写一个名称"),
        ("building", "|English alone", "可显示的字符"),
        ("building", "楼" * 121, "可显示的字符"),
        ("building", "楼\u202e", "可显示的字符"),
        ("building", "楼\n" * 10_001, "20000"),
    ],
)
def test_places_are_refused_in_words(administration, sign_in, refused, willow, kind, names, sentence):
    before = Place.objects.count()
    refused(sign_in("system").post(f"{willow}add/", {"kind": kind, "names": names}), 422, sentence)
    assert Place.objects.count() == before


def test_an_empty_form_says_what_is_missing(administration, sign_in, refused, willow):
    refused(sign_in("system").post(f"{willow}add/"), 422, "请至少填写一个名称")


def test_a_place_gets_another_name_shown_as_text(administration, sign_in, refused, willow):
    client = sign_in("system")
    refused(client.post(f"{willow}name/", {"name": "白杨社区"}), 422, "白杨社区")
    refused(client.post(f"{willow}name/", {"name": " "}), 422, "请填写名称")
    assert client.post(f"{willow}name/", {"name": ROBOT, "name_en": ""})["location"] == willow
    assert ROBOT not in client.get(willow).content.decode()


def test_an_outline_is_drawn_before_it_is_saved(drawn, sign_in, willow):
    client, shape = sign_in("system"), json.dumps(square(116.32, 39.92))
    page = client.post(f"{willow}outline/", {"datum": "gcj02", "geometry": shape}).content.decode()
    assert 'class="new-outline"' in page
    assert Place.objects.get(pk=drawn.places["willow"].pk).geometry == square(116.31, 39.91)
    saved = client.post(f"{willow}outline/", {"datum": "gcj02", "geometry": shape, "go": "1"})
    assert saved["location"] == willow
    assert Place.objects.get(pk=drawn.places["willow"].pk).geometry == square(116.32, 39.92)


def test_an_outline_may_come_as_a_file(drawn, sign_in, willow):
    file = SimpleUploadedFile("outline.json", json.dumps(square(116.32, 39.92)).encode())
    page = sign_in("system").post(f"{willow}outline/", {"datum": "gcj02", "file": file}).content.decode()
    assert 'class="new-outline"' in page


def test_what_leaves_its_parent_or_lies_on_a_neighbour_is_said(drawn, sign_in, willow):
    client = sign_in("system")
    far = client.post(f"{willow}outline/", {"datum": "gcj02", "geometry": json.dumps(square(120, 30))})
    assert "超出" in far.content.decode()
    over = client.post(f"{willow}outline/", {"datum": "gcj02", "geometry": json.dumps(square(116.331, 39.911))})
    assert "白杨社区" in over.content.decode()


@pytest.mark.parametrize("go", [{}, {"go": "1"}], ids=["looked at", "saved"])
@pytest.mark.parametrize(
    ("geometry", "sentence"),
    [
        ("", "请粘贴边界"),
        ("not json", "不是 JSON"),
        ("[1, 2]", "大括号"),
        ("[" * 20_000, "大括号"),
        ('{"type": "Point", "coordinates": [116, 39]}', "Polygon"),
        ('{"type": "Polygon", "coordinates": [[[116, 39], [117, 39], [116, 39]]]}', "请"),
        ('{"type": "Polygon", "coordinates": [[[500, 39], [501, 39], [501, 40], [500, 39]]]}', "请"),
        ('{"type": "Polygon", "coordinates": [[[NaN, 39], [501, 39], [501, 40], [500, 39]]]}', "不是 JSON"),
        ('{"type": "Polygon", "coordinates": "' + ROBOT + '"}', "请"),
    ],
)
def test_an_outline_is_refused_in_words(drawn, sign_in, refused, willow, geometry, sentence, go):
    before = Place.objects.get(pk=drawn.places["willow"].pk).geometry
    answer = sign_in("system").post(f"{willow}outline/", {"datum": "gcj02", "geometry": geometry} | go)
    assert ROBOT not in refused(answer, 422, sentence)
    assert Place.objects.get(pk=drawn.places["willow"].pk).geometry == before


def test_too_large_a_file_and_an_unknown_datum_are_refused(drawn, sign_in, refused, willow):
    client = sign_in("system")
    huge = SimpleUploadedFile("outline.json", b" " * 2_000_001)
    refused(client.post(f"{willow}outline/", {"datum": "gcj02", "file": huge}), 422, "超过 2000 KB")
    given = {"datum": "mars", "geometry": json.dumps(square(116.32, 39.92))}
    refused(client.post(f"{willow}outline/", given), 422, "请选择坐标来源")


def test_a_place_is_retired_with_all_below_it(administration, sign_in, refused, willow):
    client = sign_in("system")
    assert client.post(f"{willow}retire/")["location"] == willow
    assert not Place.objects.filter(path__startswith=administration.places["willow"].path, active_until=None).exists()
    page = client.get(willow).content.decode()
    assert "已停用" in page
    assert f"{willow}add/" not in page
    refused(client.post(f"{willow}retire/"), 409, "停用")
    refused(client.post(f"{willow}add/", {"kind": "building", "names": "9号楼"}), 409, "停用")
    assert not Place.objects.filter(name="9号楼").exists()


@pytest.mark.parametrize("act", ["add/", "name/", "outline/", "retire/"])
def test_only_the_system_administrator_of_that_place_changes_it(administration, sign_in, refused, willow, act):
    given = {
        "kind": "building",
        "names": "9号楼",
        "name": "夺名",
        "datum": "gcj02",
        "go": "1",
        "geometry": json.dumps(square(116.32, 39.92)),
    }
    for who in ("security", "audit", "desk", "far_system"):
        refused(sign_in(who).post(f"{willow}{act}", given), 403, "管理区域")
    place = Place.objects.get(pk=administration.places["willow"].pk)
    assert (place.name, place.active_until, place.geometry) == ("柳荫社区", None, None)
    assert not Place.objects.filter(name="9号楼").exists()


def test_who_may_not_change_a_place_sees_no_act_and_no_count_of_matters(administration, sign_in, willow, life):
    life("received")
    page = sign_in("far_system").get(willow).content.decode()
    assert f"{willow}retire/" not in page
    assert "未办结" not in page


def test_places_are_offered_for_a_form_in_ones_own_area(administration, sign_in, refused):
    page = sign_in("far_security").get("/office/places/pick/?right=people.posts&where=社区").content.decode()
    assert "白杨社区" in page
    assert "柳荫社区" not in page
    refused(sign_in("audit").get("/office/places/pick/?right=people.posts&where=社区"), 403)


def test_a_place_with_many_parts_costs_no_more(drawn, sign_in, queries, willow):
    client = sign_in("system")
    few = queries(client, willow)
    for number in range(12):
        new = NewPlace(PlaceKind.BUILDING, f"新{number}号楼", drawn.places["willow"].pk)
        actions.add(new=new, by=SYSTEM, at=MONDAY)
    assert queries(client, willow) == few
