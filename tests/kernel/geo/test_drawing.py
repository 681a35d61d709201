"""Outlines drawn flat."""

from math import cos, radians

import pytest

from linli.kernel.geo.drawing import around, sheet_for
from linli.kernel.geo.outlines import Box, read_outline

TOWN = Box(116.0, 39.0, 116.02, 39.01)


def test_north_is_up_and_west_is_left():
    sheet = sheet_for(TOWN, width=400, tallest=400, margin=0)
    assert sheet.spot(116.0, 39.01) == (0, 0)
    assert sheet.spot(116.02, 39.0) == pytest.approx((sheet.width, sheet.height))


def test_a_square_in_metres_stays_square():
    wide = 0.01 / cos(radians(39.005))
    sheet = sheet_for(Box(116.0, 39.0, 116.0 + wide, 39.01), width=400, tallest=900, margin=8)
    assert sheet.width == pytest.approx(400)
    assert sheet.height == pytest.approx(400, rel=1e-4)


def test_a_tall_town_is_drawn_narrower_rather_than_longer():
    sheet = sheet_for(Box(116.0, 39.0, 116.01, 39.1), width=400, tallest=500)
    assert sheet.height == pytest.approx(500)
    assert sheet.width < 100


def test_a_single_point_can_be_drawn():
    sheet = sheet_for(Box(116.0, 39.0, 116.0, 39.0), width=400, tallest=400)
    assert 0 < sheet.spot(116.0, 39.0)[0] < sheet.width


def test_holes_are_drawn_with_their_outline():
    square = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
    hole = [[1, 1], [3, 1], [3, 3], [1, 3], [1, 1]]
    outline = read_outline({"type": "Polygon", "coordinates": [square, hole]})
    path = sheet_for(outline.box, width=40, tallest=80, margin=0).path(outline)
    assert path.count("M") == path.count("Z") == 2


def test_a_box_around_nothing_is_nothing():
    assert around([]) is None
    assert around([TOWN, Box(115.0, 39.0, 115.5, 40.0)]) == Box(115.0, 39.0, 116.02, 40.0)
