"""Telephone numbers of mainland China: mobile ones, landlines with and without their area code, service numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linli.kernel.identifiers.faults import Fault
from linli.kernel.identifiers.writing import is_rounded, tight
from linli.kernel.words import Vocabulary

_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_LANDLINE = re.compile(r"(?:0(?:10|2\d|[3-9]\d{2}))[2-8]\d{6,7}", re.ASCII)
_LOCAL = re.compile(r"[2-8]\d{6,7}", re.ASCII)
_SERVICE = re.compile(r"[48]00\d{7}", re.ASCII)
_ABROAD = re.compile(r"(?:\+|00)?86(?=1[3-9]\d{9}$|0?[1-9]\d{9,10}$)", re.ASCII)
_EXTENSION = re.compile(r"(?:转|轉|分机|EXT)[:：]?(\d{1,6})$", re.I)
_SIGNS = re.compile(r"\+?\d+", re.ASCII)
_BRACKETS = str.maketrans("", "", "()（）+")


class PhoneKind(Vocabulary):
    """How a number may be used: only a mobile one takes text messages."""

    MOBILE = "mobile", "mobile", "手机"
    LANDLINE = "landline", "landline", "座机"
    LOCAL = "local", "landline without its area code", "座机（无区号）"
    SERVICE = "service", "service number", "服务号码"


@dataclass(frozen=True, slots=True)
class Phone:
    """Its digits as they are dialled within the country, and the extension, empty where there is none."""

    number: str
    kind: PhoneKind
    extension: str = ""


def read_phone(text: str) -> Phone | Fault:
    """The number written there, or why it cannot be one."""
    if is_rounded(text):
        return Fault.ROUNDED
    written = tight(text)
    found = _EXTENSION.search(written)
    extension = found[1] if found else ""
    digits = _ABROAD.sub("", written[: found.start()] if found else written).translate(_BRACKETS)
    for pattern, kind in _KINDS:
        if pattern.fullmatch(digits):
            return Phone(digits, kind, extension)
    return _why(digits)


_KINDS = (
    (_MOBILE, PhoneKind.MOBILE),
    (_LANDLINE, PhoneKind.LANDLINE),
    (_SERVICE, PhoneKind.SERVICE),
    (_LOCAL, PhoneKind.LOCAL),
)
MOBILE_DIGITS = 11


def _why(digits: str) -> Fault:
    if not _SIGNS.fullmatch(digits):
        return Fault.SIGNS
    return Fault.RANGE if len(digits) == MOBILE_DIGITS else Fault.LENGTH
