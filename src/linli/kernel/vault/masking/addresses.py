"""Addresses below the building: unit, floor and room are covered; community, street and building stay readable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linli.kernel.vault.masking.found import Span

_NUMERAL = "0-9一二三四五六七八九十"
_BUILDING = rf"(?:[A-Za-z]?[{_NUMERAL}]{{1,4}}(?:栋|幢|号楼|#楼|#|座|号栋)|[A-Za-z](?:栋|幢|座))"
_UNIT = rf"(?:[{_NUMERAL}甲乙丙丁东西中]{{1,3}}|[A-Za-z])(?:单元|门洞|梯|门(?=[0-9]))"
_FLOOR = rf"负?[{_NUMERAL}]{{1,3}}(?:楼|层)"
_ROOM = r"[A-Za-z]?[0-9]{3,4}(?:室|号房|房间|房(?![屋子产价贷型源东租地])|号(?![线楼院栋文令]))"
_BARE = r"[1-9][0-9]{2,3}(?!-[0-9]|[0-9.:%年月日元块万户人平米个多名套位栋号期路弄]|小时|公里|余)"
_SMALL_ROOM = r"[0-9]{1,2}(?:室|号房|号门)"
_OWN_FLOOR = rf"负?[{_NUMERAL}]{{1,3}}楼(?![大门商架电通走过公道梯])"
_SIGN = r"[ \-]{0,2}"

_CHAIN = re.compile(
    rf"(?P<keep>{_BUILDING}{_SIGN})?(?P<below>{_UNIT}(?:{_SIGN}{_FLOOR})?(?:{_SIGN}(?:{_ROOM}|{_SMALL_ROOM}|{_BARE}))?)"
    rf"|(?P<keep2>{_BUILDING}{_SIGN})(?P<below2>(?:{_FLOOR}{_SIGN})?(?:{_ROOM}|{_SMALL_ROOM}|{_BARE})|{_OWN_FLOOR})"
    rf"|(?P<below3>{_OWN_FLOOR}{_SIGN}(?:{_ROOM}|{_BARE}))"
)
_ALONE = re.compile(r"(?<![0-9A-Za-z])(?P<below>[0-9]{3,4}(?:室|号房|房间|房(?![屋子产价贷型源东租地奴])))")
_OWNED = re.compile(
    r"(?<![0-9A-Za-z.])(?P<below>[1-9][0-9]{2,3}(?:[-一][0-9]{3,4})?号?)(?=业主|房主|户主|住户|家里|家的|家人|邻居)"
)
_IN_VILLAGE = re.compile(r"(?P<keep>[组队屯湾冲])(?P<below>[0-9]{1,4}号)(?![线楼院栋文令])")
_DASHED = re.compile(
    r"(?P<keep>[园苑区城府湾庭居郡邸墅里村家寓楼院栋期际座舍都厦][A-Za-z]?[0-9]{1,3}[-#])"
    r"(?P<below>(?:[0-9]{1,2}-)?[0-9]{3,4})(?![0-9.\-年月日元万户人平米])"
)
_HOME_FLOOR = re.compile(
    rf"(?P<keep>(?:我家|我们家|家住|我住|们住|住在|住的|所住的|居住在|家在|地处|租住)[^0-9,，。;；!！?？\n]{{0,3}}?)(?P<below>{_FLOOR})"
)
_WORTH_A_LOOK = re.compile(
    rf"[栋幢座#](?<=[{_NUMERAL}A-Za-z].)|[室房层楼梯](?<=[{_NUMERAL}号].)"
    rf"|(?:单元|门[洞0-9])(?<=[{_NUMERAL}A-Za-z甲乙丙丁东西中]..)"
    r"|[0-9][-#一][0-9]|[0-9][0-9号][业房户住家邻]|[组队屯湾冲][0-9]"
)
_NUMERALS = re.compile(rf"[{_NUMERAL}甲乙丙丁A-Za-z]")
_COMPASS = re.compile(r"[东西中](?=单元|门|梯)")


def addresses(text: str) -> Iterator[Span]:
    """Every unit, floor and room that follows a building or stands by itself; the span takes the building in.

    Keeping the building inside the value makes it long enough not to turn up by chance elsewhere in the text.
    """
    if not _WORTH_A_LOOK.search(text):
        return
    for found in _CHAIN.finditer(text):
        keep = found["keep"] or found["keep2"] or ""
        yield Span(
            found.start(), found.end(), "address", keep + _cover(found["below"] or found["below2"] or found["below3"])
        )
    for pattern in (_DASHED, _HOME_FLOOR, _IN_VILLAGE):
        for found in pattern.finditer(text):
            yield Span(found.start(), found.end(), "address", found["keep"] + _cover(found["below"]))
    for pattern in (_ALONE, _OWNED):
        for found in pattern.finditer(text):
            yield Span(found.start(), found.end(), "address", _cover(found["below"]))


def _cover(below: str) -> str:
    return _NUMERALS.sub("*", _COMPASS.sub("*", below))
