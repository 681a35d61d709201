"""Resident identity numbers of 18 digits, or of 15 as they were until 1999 (GB 11643-1999)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from stdnum.cn import ric

from linli.kernel.identifiers.faults import Fault
from linli.kernel.identifiers.writing import is_rounded, tight
from linli.kernel.words import Vocabulary

_EIGHTEEN = re.compile(r"[1-9]\d{16}[\dX]", re.ASCII)
_FIFTEEN = re.compile(r"[1-9]\d{14}", re.ASCII)
_DIGITS = re.compile(r"\d+X?", re.ASCII)
_EARLIEST = 1880
_CENTENARIANS = frozenset({"996", "997", "998", "999"})
"""Sequences kept, in numbers of 15 digits, for those born in the century before."""
_LOST = re.compile(r"\d{15}0{2,3}", re.ASCII)
"""A spreadsheet keeps fifteen digits of a number and writes noughts for the rest."""


class Sex(Vocabulary):
    """As the number says it."""

    MALE = "male", "male", "男"
    FEMALE = "female", "female", "女"


@dataclass(frozen=True, slots=True)
class ResidentId:
    """A number in today's form of 18, and what it tells of whoever bears it."""

    number: str
    birth: date
    sex: Sex

    @property
    def division(self) -> str:
        """The six digits of the county that gave the number; it may have another code, or none, today."""
        return self.number[:6]


def read_resident_id(text: str, *, today: date) -> ResidentId | Fault:
    """The number written there, or why it cannot be one."""
    if is_rounded(text):
        return Fault.ROUNDED
    written = tight(text)
    if _FIFTEEN.fullmatch(written):
        return _from_fifteen(written, today)
    if not _EIGHTEEN.fullmatch(written):
        return Fault.LENGTH if _DIGITS.fullmatch(written) else Fault.SIGNS
    if ric.calc_check_digit(written) != written[-1]:
        return Fault.ROUNDED if _LOST.fullmatch(written) else Fault.CHECK
    return _read(written, today)


def _read(number: str, today: date) -> ResidentId | Fault:
    try:
        birth = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return Fault.DATE
    if birth > today or birth.year < _EARLIEST:
        return Fault.DATE
    return ResidentId(number, birth, Sex.MALE if int(number[16]) % 2 else Sex.FEMALE)


def _from_fifteen(written: str, today: date) -> ResidentId | Fault:
    century = "18" if written[12:] in _CENTENARIANS else "19"
    long = f"{written[:6]}{century}{written[6:]}"
    return _read(long + ric.calc_check_digit(f"{long}0"), today)
