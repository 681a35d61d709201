"""How a value is written before it is looked up: two ways of writing one phone number must meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_SPACE = re.compile(r"\s+")
_NOT_DIGIT = re.compile(r"[^0-9]+")


def normal(field: str, value: str) -> str:
    """The value as it is indexed: by the last word of the field's name, else NFKC, casefolded, spaces single."""
    plain = unicodedata.normalize("NFKC", value).strip()
    kind = field.rpartition(".")[2]
    return _NORMAL.get(kind, _words)(plain)


def _words(value: str) -> str:
    return _SPACE.sub(" ", value).casefold()


def _tight(value: str) -> str:
    return re.sub(r"[\s·•・-]+", "", value).casefold()


def _phone(value: str) -> str:
    digits = _NOT_DIGIT.sub("", value)
    for prefix in ("0086", "86"):
        if digits.startswith(prefix) and len(digits) >= len(prefix) + 10:
            return digits.removeprefix(prefix).lstrip("0")
    # A landline is dialled with or without the trunk 0; a mobile number never starts with 0.
    return digits.lstrip("0")


_NORMAL: dict[str, Callable[[str], str]] = {
    "phone": _phone,
    "mobile": _phone,
    "id_number": _tight,
    "name": _tight,
    "plate": _tight,
    "account": _tight,
    "email": str.casefold,
}
