"""Chinese numerals before what they count: 十二栋 is 12栋, 一零一室 is 101室; 一中路 stays what it is called."""

from __future__ import annotations

import re

_DIGITS = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")} | {"〇": "0", "两": "2"}
_HAN = "零〇一二两三四五六七八九十百"
_COUNTED = re.compile(rf"([{_HAN}]+)(?=号楼|号院|号|栋|幢|座|单元|门洞|门|梯|楼|层|室|房|期|弄|组|队)")


def in_digits(text: str) -> str:
    """The text with the numerals that count a part of an address as digits."""
    return _COUNTED.sub(lambda found: _number(found[1]), text)


def _number(han: str) -> str:
    """二十三 is 23, 一零一 is 101 and so is 一百零一; what is no number stays as it was."""
    if not set(han) & {"十", "百"}:
        return "".join(_DIGITS[sign] for sign in han)
    hundreds, _, below = han.rpartition("百")
    tens, ten, ones = below.lstrip("零〇").rpartition("十")
    parts = (hundreds, tens, ones)
    if any(len(part) > 1 or part in ("零", "〇") for part in parts):
        return han
    hundred = int(_DIGITS[hundreds]) if hundreds else int("百" in han)
    if hundred and not ten and len(below) == 1:
        return str(hundred * 100 + int(_DIGITS[ones]) * 10)  # 一百二 is said for 120
    return str(hundred * 100 + (int(_DIGITS[tens]) if tens else int(bool(ten))) * 10 + int(_DIGITS.get(ones, "0")))
