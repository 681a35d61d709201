"""Reads a time as people and systems write it: 2020/1/4 11:17:46, 2019年4月8日, 06/26/2018 10:58:54 AM, ISO 8601."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache

from django.utils.timezone import get_default_timezone, make_aware

FIRST_YEAR = 1950
_YEAR_FIRST = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
    r"(?:[T\s]*(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})秒?(?:\.\d+)?)?分?)?\s*(Z|[+-]\d{2}:?\d{2})?"
)
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?)?", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
_DAYS = re.compile(r"\d{5}(?:\.\d+)?")
_EPOCH = datetime(1899, 12, 30)


@lru_cache(maxsize=4096)
def moment(text: str) -> datetime | None:
    """The time, in the deployment's zone where it names none; None where it is no time or none a person lived."""
    written = text.strip()
    try:
        read = _year_first(written) or _american(written) or _digits(written) or _days(written)
        if read is None or read.year < FIRST_YEAR:
            return None
        return read if read.tzinfo else make_aware(read, get_default_timezone())
    except (ValueError, OverflowError):
        return None


def _year_first(text: str) -> datetime | None:
    found = _YEAR_FIRST.fullmatch(text)
    if found is None:
        return None
    numbers = [int(part or 0) for part in found.groups()[:6]]
    zone = (found[7] or "").replace("Z", "+00:00")
    read = datetime(*numbers)  # type: ignore[arg-type]
    return datetime.fromisoformat(read.isoformat() + zone)


def _american(text: str) -> datetime | None:
    found = _AMERICAN.fullmatch(text)
    if found is None:
        return None
    month, day, year, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    if half := (found[7] or "").upper():
        hour = hour % 12 + (12 if half == "PM" else 0)
    return datetime(year, month, day, hour, minute, second)


def _digits(text: str) -> datetime | None:
    found = _DIGITS.fullmatch(text)
    return datetime(*(int(part or 0) for part in found.groups())) if found else None  # type: ignore[arg-type]


def _days(text: str) -> datetime | None:
    """A date that lost its look: days since 1900 as spreadsheets count them."""
    return _EPOCH + timedelta(days=float(text)) if _DAYS.fullmatch(text) else None
