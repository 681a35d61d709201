"""Canonical JSON (RFC 8785): the one byte string a public fact has, whoever writes it down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

import rfc8785

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
"""What a public fact is made of. No floats: amounts are integers in their smallest unit, ratios are two integers."""

_PERSONAL = re.compile(
    r"(?<![0-9A-Za-z])(1[3-9]\d{9}|[1-9]\d{16}[\dXx])(?![0-9A-Za-z])"  # mobile number, resident ID
    r"|\w@[\w-]+\.\w"  # e-mail address
)


class NotForTheRecord(ValueError):  # noqa: N818 - it says what is wrong with the fact
    """A fact that may not be entered as it is: the caller's mistake. Says where in the fact, never what stood there."""


def canonical(value: Json) -> bytes:
    """The RFC 8785 bytes of `value`; `NotForTheRecord` for anything JSON would not carry unchanged."""
    _check_type(value, "")
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise NotForTheRecord(f"a public fact cannot be written as canonical JSON: {type(error).__name__}") from None


def refuse_personal(value: Json) -> None:
    """A last look for what belongs in the vault: a mobile number, resident ID or e-mail address in clear.

    It catches slips, it does not replace thought: only coded values and numbers belong in a fact, never free text.
    """
    if any(_PERSONAL.search(text) for text in _texts(value)):
        raise NotForTheRecord("a public fact seems to hold a phone number, resident ID or e-mail address in clear")


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        if isinstance(value, dict):
            yield from value
            value = list(value.values())
        for inner in value:
            yield from _texts(inner)


def _check_type(value: object, where: str) -> None:
    """`type(…) is` on purpose: an enum or a lazy translation would print differently elsewhere."""
    if type(value) is dict:
        for key, inner in value.items():
            if type(key) is not str:
                raise NotForTheRecord(f"the keys at {where or 'the top'} must be text")
            _check_type(inner, f"{where}.{key}")
    elif type(value) is list:
        for index, inner in enumerate(value):
            _check_type(inner, f"{where}[{index}]")
    elif value is not None and type(value) not in (str, int, bool):
        raise NotForTheRecord(
            f"{where or 'the value'} is a {type(value).__name__}; use text, whole numbers, true or false"
        )
