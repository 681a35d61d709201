"""Finding places: by point, name, code; said in a line; picked from a list; shown on a map."""

import pytest

from linli.domains.people.actor import SYSTEM
from linli.domains.places import actions, queries
from linli.domains.places.kinds import PlaceKind
from linli.kernel.geo.datums import Datum, convert
from linli.kernel.refusal import NotFound


@pytest.fixture
def block(community, put, square, at):
    """A community drawn as a square, a grid in its corner, two buildings, an entrance and a home."""
    actions.redraw(place=community.id, geometry=square(116.40, 39.90, 0.01), by=SYSTEM, at=at)
    grid = put("第一网格", PlaceKind.GRID, under=community, geometry=square(116.40, 39.90, 0.005))
    first = put("1号楼", PlaceKind.BUILDING, under=grid, name_en="Building 1")
    second = put("2号楼", PlaceKind.BUILDING, under=community, lon=116.401, lat=39.901)
    entrance = put("2单元", PlaceKind.UNIT, under=first, name_en="Entrance 2")
    home = put("301室", PlaceKind.HOME, under=entrance, name_en="Room 301")
    return {"grid": grid, "first": first, "second": second, "home": home}


def test_a_point_lies_in_the_narrowest_outline_around_it(community, block):
    inside, beside, outside = (116.402, 39.902), (116.408, 39.908), (117.0, 39.9)
    found = [queries.find_at(lon=lon, lat=lat, datum=Datum.GCJ02) for lon, lat in (inside, beside, outside)]
    assert [each and each.id for each in found] == [block["grid"].id, community.id, None]


def test_a_phone_speaks_another_datum_than_the_map_and_still_finds_its_place(block):
    lon, lat = convert(116.402, 39.902, from_=Datum.GCJ02, to=Datum.WGS84)
    assert queries.find_at(lon=lon, lat=lat).id == block["grid"].id


def test_the_picker_nests_grids_and_buildings(community, block, django_assert_num_queries):
    with django_assert_num_queries(1):
        (top,) = queries.picker(within=community.path)
    assert top.spot.id == community.id
    assert [branch.spot.words.zh for branch in top.branches] == ["第一网格", "2号楼"]
    assert [branch.spot.words.zh for branch in top.branches[0].branches] == ["1号楼"]


def test_a_place_is_said_as_people_say_it(subdistrict, community, block, django_assert_num_queries):
    with django_assert_num_queries(1):
        told = queries.labels([spot.path for spot in (*block.values(), subdistrict)])
    home = told[block["home"].path]
    assert home.zh == "春风社区1号楼2单元301室"
    assert home.en == "Room 301, Entrance 2, Building 1, Chunfeng community"
    assert told[block["grid"].path].zh == "春风社区第一网格"
    assert told[subdistrict.path].zh == "柳荫街道"


def test_names_are_searched_with_what_lies_above(block):
    assert [spot.id for spot in queries.search(words="1号")] == [block["first"].id]
    assert [spot.id for spot in queries.search(words="春风 2号楼")] == [block["second"].id]
    assert [spot.id for spot in queries.search(words="chunfeng building")] == [block["first"].id]
    assert queries.search(words="秋实 1号楼") == []
    assert queries.search(words="  ") == []
    assert queries.search(words="301室") == []


def test_a_map_shows_what_lies_somewhere_right_below(community, block):
    shapes = queries.map_shapes(within=community.path)
    assert [(shape.spot.id, bool(shape.geometry)) for shape in shapes] == [
        (block["grid"].id, True),
        (block["second"].id, False),
    ]
    (drawn,) = queries.map_shapes(within=community.path, kinds=(PlaceKind.GRID,))
    assert drawn.spot.id == block["grid"].id


def test_the_unknown_is_not_found(community):
    for ask in (lambda: queries.at_path("9.9."), lambda: queries.by_code(""), lambda: queries.by_code("110101")):
        with pytest.raises(NotFound):
            ask()


def test_ancestors_come_widest_first(subdistrict, community, block, django_assert_num_queries):
    with django_assert_num_queries(1):
        line = queries.ancestors_of(block["first"].path)
    assert [spot.id for spot in line] == [subdistrict.id, community.id, block["grid"].id, block["first"].id]
