"""Outlines: what they contain, and a point inside them."""

from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.geo.outlines import read_outline

SQUARE = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
HOLE = [[1, 1], [3, 1], [3, 3], [1, 3], [1, 1]]
HORSESHOE = [[0, 0], [5, 0], [5, 4], [4, 4], [4, 1], [1, 1], [1, 4], [0, 4], [0, 0]]


def polygon(*rings):
    return read_outline({"type": "Polygon", "coordinates": list(rings)})


def test_a_hole_is_outside():
    ring = polygon(SQUARE, HOLE)
    assert ring.contains(0.5, 0.5)
    assert not ring.contains(2, 2)
    assert not ring.contains(9, 2)


def test_two_parts_are_one_place():
    islands = {"type": "MultiPolygon", "coordinates": [[SQUARE], [[[9, 0], [10, 0], [10, 1], [9, 0]]]]}
    both = read_outline(islands)
    assert both.contains(2, 2)
    assert both.contains(9.9, 0.5)
    assert not both.contains(6, 0.5)


def test_the_point_inside_is_inside_even_a_horseshoe():
    assert polygon(HORSESHOE).contains(*polygon(HORSESHOE).point_inside())
    assert polygon(SQUARE, HOLE).contains(*polygon(SQUARE, HOLE).point_inside())


@given(st.floats(-1, 9), st.floats(-1, 5))
def test_neighbours_share_an_edge_but_no_point(lon, lat):
    left = polygon([[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]])
    right = polygon([[4, 0], [8, 0], [8, 4], [4, 4], [4, 0]])
    together = polygon([[0, 0], [8, 0], [8, 4], [0, 4], [0, 0]])
    assert left.contains(lon, lat) + right.contains(lon, lat) == together.contains(lon, lat)
