"""Vehicle plates: of any province, old and new energy, and any that the word for a plate announces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linli.kernel.vault.masking.found import Span

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_NUMBER = r"[A-HJ-Z][ ·•.\-]{0,2}(?=[A-HJ-NP-Z0-9]{0,4}[0-9])[A-HJ-NP-Z0-9]{4}(?:[A-HJ-NP-Z0-9]{1,2}|[学警港澳挂使领])"
_END = r"(?![A-Za-z0-9])"
_PLATE = re.compile(rf"[{_PROVINCES}]{_NUMBER}{_END}", re.IGNORECASE)
_NAMED = re.compile(rf"(?:车牌|号牌|牌号|牌照)[^A-Za-z0-9\n]{{0,6}}?([\u4e00-\u9fff]{_NUMBER}){_END}", re.IGNORECASE)


def plates(text: str) -> Iterator[Span]:
    """Every vehicle plate; province and office letter stay readable."""
    for found in _PLATE.finditer(text):
        yield Span(found.start(), found.end(), "plate", _mask(found[0]))
    for found in _NAMED.finditer(text):
        yield Span(found.start(1), found.end(1), "plate", _mask(found[1]))


def _mask(plate: str) -> str:
    return f"{plate[:2]}****{plate[-1]}"
