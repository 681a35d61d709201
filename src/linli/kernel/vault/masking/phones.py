"""Telephone numbers: mobile and landline, spaced, dashed, with +86, or marked only by the words before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linli.kernel.vault.masking.found import Span

_GAP = r"[ \t.·\-\u200b-\u200d\u2060\ufeff]"
_MOBILE = re.compile(rf"(?<![0-9])(?:(?:\+|00)?86{_GAP}{{0,2}})?(1[3-9](?:{_GAP}{{0,2}}[0-9]){{9}})(?![0-9])")
_LANDLINE = re.compile(
    r"(?<![0-9])(?:(?:\+|00)?86[ -]{0,2})?(?:\((?=0[0-9]{2,3}\)))?(0[0-9]{2,3})\)?[ -]{0,2}"
    r"(?:[0-9]{3,4}[ -])?[0-9]{3,4}[ -]?[0-9]{4}"
    r"(?:(?:-|转)[0-9]{1,6})?(?![0-9])"
)
_NAMED = re.compile(
    r"(?:电话|手机|座机|热线|联系方式|致电|来电|传真|拨打|号码|[Tt]el|TEL|[Pp]hone|[Mm]obile)[^0-9\n]{0,6}?"
    r"(?<![0-9])([2-9][0-9]{2,3}[ -]?[0-9]{4})(?![0-9])"
)
_NOT_DIGIT = re.compile(r"[^0-9]+")


def phones(text: str) -> Iterator[Span]:
    """Every telephone number; short service numbers (12345, 110) and 400 numbers are nobody's own."""
    for found in _MOBILE.finditer(text):
        digits = _NOT_DIGIT.sub("", found[1])
        yield Span(found.start(), found.end(), "phone", f"{digits[:3]}****{digits[-4:]}")
    for found in _LANDLINE.finditer(text):
        yield Span(found.start(), found.end(), "phone", f"{found[1]}-******{_NOT_DIGIT.sub('', found[0])[-2:]}")
    for found in _NAMED.finditer(text):
        yield Span(found.start(1), found.end(1), "phone", f"******{found[1][-2:]}")
