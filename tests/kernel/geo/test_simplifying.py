"""Fewer points, the same line to the eye."""

from itertools import pairwise
from math import cos, hypot, pi, sin

from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.geo.drawing import sheet_for
from linli.kernel.geo.outlines import read_outline
from linli.kernel.geo.simplifying import _distance, simplify

points = st.tuples(st.floats(-100, 100), st.floats(-100, 100))
lines = st.lists(points, min_size=2, max_size=40)


@given(lines, st.floats(0, 20))
def test_every_point_left_out_lies_within_the_tolerance(line, tolerance):
    kept = simplify(line, tolerance=tolerance)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert set(kept) <= set(line)
    for point in line:
        nearest = min(_distance(point, a, b) for a, b in pairwise(kept))
        assert nearest <= tolerance + 1e-9


@given(lines)
def test_a_ring_never_vanishes(line):
    ring = [*line, line[0]]
    kept = simplify(ring, tolerance=1000)
    assert kept == ring


def test_points_on_a_straight_stretch_are_not_needed():
    line = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0), (3.0, 5.0)]
    assert simplify(line, tolerance=0) == [(0, 0), (3, 0), (3, 5)]
    assert simplify([], tolerance=1) == []


def test_a_finely_drawn_lake_is_a_short_path():
    shore = [[116 + 0.01 * cos(step * pi / 2000), 39 + 0.01 * sin(step * pi / 2000)] for step in range(4000)]
    lake = read_outline({"type": "Polygon", "coordinates": [[*shore, shore[0]]]})
    sheet = sheet_for(lake.box, width=400, tallest=400)
    short, exact = sheet.path(lake), sheet.path(lake, tolerance=0)
    assert len(short) < len(exact) / 30
    middle = sheet.spot(116, 39)
    for pair in short.strip("MZ").split("L"):
        x, y = map(float, pair.split())
        across, down = (middle[0] - 8, middle[1] - 8)
        assert abs(hypot((x - middle[0]) / across, (y - middle[1]) / down) - 1) < 0.01
