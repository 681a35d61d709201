"""Maps: every place a link with a name, however it lies."""

from dataclasses import replace
from uuid import uuid4

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import MapShape
from linli.domains.places.spots import Spot
from linli.kernel.geo.datums import Datum, convert
from linli.kernel.words import Words
from linli.portal.maps import draw


def place(path, name, *, lon=116.3, lat=39.9, kind=PlaceKind.COMMUNITY, datum=Datum.GCJ02):
    return Spot(uuid4(), kind, path, Words(name, name), "", lon, lat, datum, True)


def square(spot, size):
    west, south = spot.lon - size / 2, spot.lat - size / 2
    ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
    return MapShape(spot, {"type": "Polygon", "coordinates": [ring]})


def drawn(*shapes, **more):
    return draw(shapes, href=lambda spot: f"?in={spot.path}", **more)


def test_nothing_to_draw_is_no_map():
    assert drawn() is None


def test_names_stand_where_there_is_room_and_labels_always():
    wide, narrow = place("c1.", "柳荫社区"), place("c2.", "白杨社区", lon=116.32)
    areas = drawn(square(wide, 0.02), square(narrow, 0.0005)).areas
    assert [[line.text for line in area.lines] for area in areas] == [["柳荫社区"], []]
    assert [area.label for area in areas] == ["柳荫社区", "白杨社区"]
    assert [area.href for area in areas] == ["?in=c1.", "?in=c2."]


def test_a_place_without_an_outline_is_a_pin():
    spot = place("b1.", "3号楼", kind=PlaceKind.BUILDING)
    (pin,) = drawn(MapShape(spot, None)).areas
    assert pin.drawn.path == ""
    assert pin.drawn.x > 0
    assert pin.drawn.y > 0


def test_wide_places_lie_below_narrow_ones():
    building, grid = place("g1.b1.", "3号楼", kind=PlaceKind.BUILDING), place("g1.", "第1网格", kind=PlaceKind.GRID)
    areas = drawn(square(building, 0.001), square(grid, 0.01), current="g1.").areas
    assert [area.drawn.place.kind for area in areas] == ["grid", "building"]
    assert [area.current for area in areas] == [True, False]


def test_a_name_is_not_written_where_narrower_places_would_hide_it():
    building, grid = place("g1.b1.", "3号楼", kind=PlaceKind.BUILDING), place("g1.", "第1网格", kind=PlaceKind.GRID)
    areas = drawn(square(building, 0.005), square(grid, 0.01)).areas
    assert [[line.text for line in area.lines] for area in areas] == [[], ["3号楼"]]


def test_places_measured_differently_meet_on_one_map():
    here = place("c1.", "柳荫社区")
    lon, lat = convert(here.lon, here.lat, from_=Datum.GCJ02, to=Datum.WGS84)
    same = replace(place("c2.", "同一处", lon=lon, lat=lat), datum=Datum.WGS84)
    one, other = drawn(square(here, 0.01), square(same, 0.01)).areas
    assert abs(one.drawn.x - other.drawn.x) < 0.5
    assert abs(one.drawn.y - other.drawn.y) < 0.5


def test_a_note_is_read_out_with_the_name():
    (area,) = drawn(square(place("c1.", "柳荫社区"), 0.01), note=lambda spot: "3 件").areas
    assert area.label == "柳荫社区: 3 件"
