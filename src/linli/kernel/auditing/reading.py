"""Entries as the record writes them: canonical JSON with known members, checked some hundred thousand a second.

The canonical form of an entry is RFC 8785 without fractions. What is proven of a whole bundle at once is proven fast
(`_at_once`); a bundle with anything unusual in it is read entry by entry, which also says which one is wrong.
"""

from __future__ import annotations

import json
import secrets
from itertools import product
from typing import Any, NoReturn, TypeAlias

import rfc8785

from linli.kernel.tlog import Malformed

LARGEST_INTEGER = 2**53 - 1
"""What every JSON reader carries unchanged."""


Place: TypeAlias = tuple[str, int]
"""Where an entry says it stands: its stream, and its number there."""


def places(entries: list[bytes]) -> list[Place | Malformed]:
    """Of each entry its place, or what is wrong with it."""
    return [*(_at_once(entries) or map(_one, entries))]


def promised(entry: bytes, place: Place) -> bytes:
    """The entry without its number: the bytes whose SHA-256 a receipt promises to include."""
    stream, number = place
    end = b',"stream":' + rfc8785.dumps(stream) + b"}"
    return entry.removesuffix(b',"number":%d%b' % (number, end)) + end


def _refuse(_: str) -> NoReturn:
    raise ValueError


_decode = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse).decode
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_SEPARATOR = secrets.token_hex(16)
"""Stands between the entries read at once: nobody who wrote one can have known it."""

_SEPARATED = f',"{_SEPARATOR}",'.encode()
_UNUSUAL = (b"\\", b" ", b"\n", b"\t", b"\r")
_SIGNED_ZERO = (b":-0", b",-0", b"[-0")
_SHAPES = {
    names: tuple({"body": dict, "commitments": dict, "number": int}.get(name, str) for name in names)
    for at, fact, private in product(((), ("at",)), ("body", "digest"), ((), ("commitments",)))
    for names in [tuple(sorted((*at, fact, *private, "id", "kind", "number", "stream")))]
}
"""The members that an entry can have, in order, and their types."""


def _at_once(entries: list[bytes]) -> list[Place | Malformed] | None:
    """The places of entries that are all as they must be; None where that cannot be said at once.

    Without backslashes, spaces and signed zeroes, JSON of texts and whole numbers has one spelling but for the order
    and repetition of names. Order is looked at, and `":` counted: it ends every name, and nothing else unless a text
    begins with a colon, which only makes the count too large.
    """
    data = b"[" + _SEPARATED.join(entries) + b"]"
    if any(mark in data for mark in _UNUSUAL):
        return None
    try:
        values = _decode(data.decode())
        if len(values) != 2 * len(entries) - 1 or values[1::2].count(_SEPARATOR) != len(entries) - 1:
            return None
        facts: list[dict[str, Any]] = values[::2]
        found: list[Place | Malformed] = list(map(_place, facts))
        zeroes, named = divmod(sum(map(_names, facts)), _ZERO)
    except (ValueError, RecursionError):
        return None
    if zeroes and any(mark in data for mark in _SIGNED_ZERO):
        return None
    return found if named == data.count(b'":') else None


_ZERO = 2**32
"""Added to the count of names for each zero, which may have been spelled with a sign."""


def _names(fact: dict[str, Any]) -> int:
    """How many names there are in an entry, whose own are known to be in order."""
    count = len(fact)
    for name in ("body", "commitments"):
        if name in fact:
            count += _names_in_order(fact[name])
    return count


def _names_in_order(value: Any) -> int:
    """How many names there are in it; ValueError where they are not in order or a whole number is too large."""
    if type(value) is dict:
        names = tuple(value)
        if names not in _ORDERED:
            _must_be_in_order(names)
        count = len(names)
        value = value.values()
    else:
        count = 0
    if _PLAIN.issuperset(map(type, value)):
        return count
    for each in value:
        kind = type(each)
        if kind is dict or kind is list:
            count += _names_in_order(each)
        elif kind is int and not 0 < each <= LARGEST_INTEGER:
            count += _ZERO
            if not -LARGEST_INTEGER <= each <= LARGEST_INTEGER:
                raise ValueError
    return count


_PLAIN = frozenset((str, bool, type(None)))
_ORDERED = set(_SHAPES)
"""Names met in order before: few, since there are few kinds of entries."""

_MOST_ORDERED = 10_000


def _must_be_in_order(names: tuple[str, ...]) -> None:
    if list(names) != sorted(names):
        raise ValueError
    if len(_ORDERED) < _MOST_ORDERED:
        _ORDERED.add(names)


def _place(fact: Any) -> Place:
    """Where the entry says it stands; ValueError unless its members are those of an entry."""
    if type(fact) is not dict or _SHAPES.get(tuple(fact)) != tuple(map(type, fact.values())) or fact["number"] < 1:
        raise ValueError
    return fact["stream"], fact["number"]


def _one(entry: bytes) -> Place | Malformed:
    try:
        fact = _decode(entry.decode())
        if _spelled(fact) != entry:
            return _NOT_CANONICAL
        _names_in_order([fact])
        return _place(fact)
    except (ValueError, RecursionError):
        return _NO_ENTRY


def _spelled(fact: Any) -> bytes:
    """The one spelling; names beyond the first 65,536 letters are ordered otherwise by RFC 8785 than by Python."""
    text = _encode(fact)
    return text.encode() if text.isascii() else rfc8785.dumps(fact)


_NOT_CANONICAL = Malformed(
    "it is not written in the one canonical form (RFC 8785)", "书写不符合唯一的规范形式（RFC 8785）"
)
_NO_ENTRY = Malformed(
    "it is not an entry of a record: unreadable, or without the members it must have",
    "不是公开记录的条目：无法读取，或缺少必要的成员",
)
