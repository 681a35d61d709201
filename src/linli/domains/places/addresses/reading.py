"""Takes an address apart from left to right, each part by its classifier; a door also where dashes part it."""

from __future__ import annotations

import re
from unicodedata import normalize

from linli.domains.places.addresses.address import Address
from linli.domains.places.addresses.numerals import in_digits

_GAPS = re.compile(r"[\s,，、;；。.·\u200b-\u200f\u2060\ufeff]+")
_DASH = re.compile(r"[-‐‑–—―－_~～]+")

_HAN = r"[\u4e00-\u9fff]"
_DIVISIONS = tuple(
    re.compile(f"{_HAN}{words}")
    for words in (
        r"{1,10}?(?:特别行政区|自治区|省)",
        r"{1,10}?(?:自治州|地区|盟|(?<!城)市(?!场))",
        r"(?:(?!街道|社区)[^\d]){1,9}?(?:自治县|自治旗|林区|新区|(?<![社小校园一二三四五六七八九十])区|(?<!城)[县旗市](?!场))(?=.)",
        r"{1,8}?(?:街道办事处|街道|镇|乡)",
        r"{1,10}?(?:社区居委会|居委会|社区|村委会)",
    )
)
"""Province, city, county, street, community: each at most once, and any of them left out."""
_NUMBERED = r"[A-Z]?\d{1,5}(?:-\d{1,3})?"
_ROAD = re.compile(
    rf"(?P<road>[^\d]{{1,12}}?(?:大道|大街|路|街|道|巷|胡同|条|弄))(?:(?P<number>{_NUMBERED})号(?!楼|院|栋|幢|座))?"
)
_LANE = re.compile(r"(?P<road>[^\d]{1,12}?(?:路|街|道)\d{1,5}弄)(?:(?P<number>\d{1,5})号)?")
_COMPOUND = re.compile(
    rf"(?P<compound>{_HAN}[^栋幢座#]{{0,13}}?(?:小区|花园|家园|公寓|新村|山庄|广场|大厦|大院|宿舍|苑|园|庭|府|城|湾|邸|墅|居|里|院|村|坊|郡|轩|阁))"
    r"(?=\d|[A-Z]\d*[栋幢座区号#-]|[东西南北一二三四五六七八九十]区|第|$)"
)
_YARD = re.compile(r"(?P<compound>\d{1,4}号院)")
_PHASE = re.compile(r"第?(?P<phase>\d{1,2})期")
_ZONE = re.compile(r"(?P<zone>[A-Z东西南北中一二三四五六七八九十])区")
_BUILDING = re.compile(
    r"第?(?P<building>[A-Z]?\d{1,4}|[A-Z])(?:号楼|号栋|号幢|号座|#楼|#栋|#|栋楼|栋|幢|座|楼(?=\d+单元))"
)
_UNIT = re.compile(r"(?P<unit>\d{1,2}|[A-Z]|[甲乙丙丁东西中])(?:号?单元|号?门洞|门|梯)")
_FLOOR = re.compile(r"(?P<floor>(?:负|-)?\d{1,3})(?:楼|层)")
_ROOM = re.compile(r"(?P<room>[A-Z]?\d{1,5}[A-Z]?)(?:室|号房|房间|房|户|号)?$")
_SHORT = re.compile(
    r"(?P<building>[A-Z]?\d{1,4})-(?:(?P<unit>\d{1,2}|[A-Z])-)?(?P<room>[A-Z]?\d{3,5}[A-Z]?)(?:室|号)?$"
)
_GROUP = re.compile(r"(?P<group>\d{1,3})(?:村民小组|小组|组|队)(?:(?P<number>\d{1,4}(?:-\d{1,3})?)号)?$")
_UNIT_ROOM = re.compile(r"(?P<unit>\d{1,2}|[A-Z])-(?P<room>[A-Z]?\d{3,5}[A-Z]?)(?:室|号)?$")

_IN_ORDER = (_PHASE, _ZONE, _YARD, _GROUP, _SHORT, _BUILDING, _UNIT_ROOM, _UNIT, _FLOOR, _ROOM)


def read_address(text: str) -> Address:
    """The address written there."""
    left = in_digits(_GAPS.sub("", _DASH.sub("-", normalize("NFKC", text))).upper())
    divisions: list[str] = []
    for division in _DIVISIONS:
        if found := division.match(left):
            divisions.append(found[0])
            left = left[found.end() :]
    parts: dict[str, str] = {}
    for pattern in (_LANE, _ROAD):
        left = _take(pattern, left, parts)
        if parts:
            break
    left = _take(_COMPOUND, left, parts)
    left = _door(left, parts)
    return Address(divisions=tuple(divisions), rest=left, **{name: _plain(part) for name, part in parts.items()})


def _plain(part: str) -> str:
    """Without the noughts that only fill a column: 0402 is 402."""
    return part.lstrip("0") or part


def _door(left: str, parts: dict[str, str]) -> str:
    for pattern in _IN_ORDER:
        left = _take(pattern, left.lstrip("-"), parts)
    return left.strip("-")


def _take(pattern: re.Pattern[str], left: str, parts: dict[str, str]) -> str:
    """What is left after the part; an already known part is never written over."""
    found = pattern.match(left)
    if found is None or any(name in parts for name, value in found.groupdict().items() if value):
        return left
    parts.update({name: value for name, value in found.groupdict().items() if value})
    return left[found.end() :]
