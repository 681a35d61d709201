"""Keys of pages: where the last line read stands among the others, carried in the address."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from linli.kernel.refusal import Invalid
from linli.kernel.words import say

FIRST, LAST = 1990, 2200


def older(given: Mapping[str, str], *parts: object, more: bool = True) -> str:
    """The address of the page after the line with this key, under the same filters; empty where there is none."""
    kept = {name: value for name, value in given.items() if value and name != "after"}
    return f"?{urlencode(kept | {'after': _written(parts)})}" if more else ""


def read_key(given: Mapping[str, str], *, parts: int) -> list[str]:
    """The parts of the key in the address; none on the first page."""
    key = given.get("after", "")
    if not key:
        return []
    try:
        found = urlsafe_b64decode(key.encode()).decode().split("|")
    except ValueError:
        found = []
    if len(found) != parts:
        raise not_ours()
    return found


def moment(text: str) -> datetime:
    """A moment out of a key."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise not_ours() from None
    if found.tzinfo is None or not FIRST < found.year < LAST:
        raise not_ours()
    return found


def identifier(text: str) -> UUID:
    """An identifier out of a key."""
    try:
        return UUID(text)
    except ValueError:
        raise not_ours() from None


def not_ours() -> Invalid:
    """The key was altered or comes from elsewhere."""
    return Invalid(say("This page key is not ours. Start from the first page.", "翻页参数不对，请从第一页开始。"))


def _written(parts: tuple[object, ...]) -> str:
    return urlsafe_b64encode("|".join(map(str, parts)).encode()).decode()
