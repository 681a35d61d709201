"""What a coordinate is measured against, and how to get from one to another.

Mainland maps are published in GCJ-02 (Baidu's in BD-09 on top of it), shifted up to 700 m from what a phone's GPS
says. No official formula is public; this is the widely used one, good to about a metre.
"""

from __future__ import annotations

from collections.abc import Callable
from math import atan2, cos, hypot, pi, sin, sqrt

from linli.kernel.words import Vocabulary

_SEMI_MAJOR = 6378245.0
_ECCENTRICITY_SQUARED = 0.00669342162296594323
_BD_TURN = pi * 3000 / 180


class Datum(Vocabulary):
    """The frame of a longitude and latitude."""

    WGS84 = "wgs84", "WGS-84 (GPS)", "WGS-84（GPS）"
    GCJ02 = "gcj02", "GCJ-02", "GCJ-02（国测局）"
    BD09 = "bd09", "BD-09", "BD-09（百度）"


def convert(lon: float, lat: float, *, from_: Datum, to: Datum) -> tuple[float, float]:
    """The same point in another datum, in degrees; there and back again differs by less than a millimetre.

    Outside the rough rectangle around the mainland GCJ-02 is WGS-84; within 700 m of its edge the way back is unsure.
    """
    if from_ == to:
        return lon, lat
    if from_ == Datum.BD09:
        lon, lat = _undo(_gcj02_to_bd09, lon, lat)
    elif from_ == Datum.WGS84:
        lon, lat = _wgs84_to_gcj02(lon, lat)
    if to == Datum.BD09:
        return _gcj02_to_bd09(lon, lat)
    if to == Datum.WGS84:
        return _undo(_wgs84_to_gcj02, lon, lat)
    return lon, lat


def _shifted(lon: float, lat: float) -> bool:
    """Whether the point lies in the rough rectangle within which GCJ-02 shifts."""
    return 72.004 <= lon <= 137.8347 and 0.8293 <= lat <= 55.8271


def _wgs84_to_gcj02(lon: float, lat: float) -> tuple[float, float]:
    if not _shifted(lon, lat):
        return lon, lat
    x, y = lon - 105, lat - 35
    radians = lat / 180 * pi
    magic = 1 - _ECCENTRICITY_SQUARED * sin(radians) ** 2
    north = _north(x, y) * 180 / (_SEMI_MAJOR * (1 - _ECCENTRICITY_SQUARED) / (magic * sqrt(magic)) * pi)
    east = _east(x, y) * 180 / (_SEMI_MAJOR / sqrt(magic) * cos(radians) * pi)
    return lon + east, lat + north


def _gcj02_to_bd09(lon: float, lat: float) -> tuple[float, float]:
    distance = hypot(lon, lat) + 0.00002 * sin(lat * _BD_TURN)
    angle = atan2(lat, lon) + 0.000003 * cos(lon * _BD_TURN)
    return distance * cos(angle) + 0.0065, distance * sin(angle) + 0.006


def _undo(shift: Callable[[float, float], tuple[float, float]], lon: float, lat: float) -> tuple[float, float]:
    """Where `shift` came from: it has no closed inverse, but five corrections bring the error below a millimetre."""
    guess_lon, guess_lat = lon, lat
    for _ in range(5):
        there_lon, there_lat = shift(guess_lon, guess_lat)
        guess_lon, guess_lat = guess_lon + lon - there_lon, guess_lat + lat - there_lat
    return guess_lon, guess_lat


def _north(x: float, y: float) -> float:
    shift = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + _ripple(x)
    shift += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    return shift + (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3


def _east(x: float, y: float) -> float:
    shift = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + _ripple(x)
    shift += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    return shift + (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3


def _ripple(x: float) -> float:
    return (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
