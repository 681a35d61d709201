"""One cell as text: numbers as they are read, moments as ISO 8601, nothing rounded and nothing lost."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal


def as_text(value: object) -> str:
    """The cell as people would type it; `1.0` is 1, for spreadsheets know no other numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return str(value).replace("\x00", "")
