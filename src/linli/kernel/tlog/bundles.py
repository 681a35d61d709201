"""Entry bundles: the entries behind one tile of level 0, each after its length as a big-endian uint16."""

from __future__ import annotations

from collections.abc import Iterable

from linli.kernel.tlog.doubt import Malformed
from linli.kernel.tlog.tiles import WIDTH

LARGEST_ENTRY = 65_535
"""Bytes of an entry at most: what its length prefix can say."""


def bundle(entries: Iterable[bytes]) -> bytes:
    """The bytes of a bundle of these entries; OverflowError for one above `LARGEST_ENTRY` bytes."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def entries_of(data: bytes) -> list[bytes]:
    """The entries of a bundle; Malformed where it is cut off, empty or holds more than a tile does."""
    entries: list[bytes] = []
    at = 0
    while at < len(data) and len(entries) <= WIDTH:
        begin = at + 2
        at = begin + int.from_bytes(data[at:begin], "big")
        entries.append(data[begin:at])
    if at != len(data) or not 0 < len(entries) <= WIDTH:
        raise Malformed("A file of entries is cut off or garbled.", "一份条目文件残缺或有误。")
    return entries
