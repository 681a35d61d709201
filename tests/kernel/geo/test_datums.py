"""Datums: there and back again, and the published reference points."""

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.geo.datums import Datum, convert

METRES_PER_DEGREE = 111_320


def metres(a, b):
    return hypot((a[0] - b[0]) * cos(radians(a[1])), a[1] - b[1]) * METRES_PER_DEGREE


@given(st.floats(75, 134), st.floats(5, 53), st.sampled_from(list(Datum)), st.sampled_from(list(Datum)))
def test_there_and_back_is_within_a_millimetre(lon, lat, one, other):
    there = convert(lon, lat, from_=one, to=other)
    assert metres((lon, lat), convert(*there, from_=other, to=one)) < 0.001
    assert metres((lon, lat), there) < 2000


@given(st.floats(75, 134), st.floats(5, 53), st.permutations(list(Datum)))
def test_a_way_round_leads_where_the_straight_way_does(lon, lat, datums):
    first, between, last = datums
    straight = convert(lon, lat, from_=first, to=last)
    around = convert(*convert(lon, lat, from_=first, to=between), from_=between, to=last)
    assert metres(straight, around) < 0.001


def test_beijing_is_shifted_by_half_a_kilometre():
    assert convert(116.404, 39.915, from_=Datum.WGS84, to=Datum.GCJ02) == pytest.approx((116.41024, 39.91640), abs=2e-5)
    assert convert(116.404, 39.915, from_=Datum.GCJ02, to=Datum.BD09) == pytest.approx((116.41037, 39.92134), abs=2e-5)


def test_outside_the_mainland_nothing_shifts():
    assert convert(2.35, 48.85, from_=Datum.WGS84, to=Datum.GCJ02) == (2.35, 48.85)
