"""Packed parts of a PDF that hold objects or a description; every look through the file passes over it once."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from linli.domains.matters.attachments.refusals import broken

UNPACKED = 8 * 1024 * 1024
"""Bytes that one part may unpack to: ordinary ones hold some ten thousand."""
ALL_UNPACKED = 32 * 1024 * 1024
"""Bytes that all of them may."""
TASTE = 256
"""Packed bytes looked at to tell objects from drawings."""

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_OBJECTS = re.compile(rb"\s*\d+\s+\d+\s")
_FIRST = re.compile(rb"/First\s+(\d{1,6})\b")


class Part(NamedTuple):
    """One packed part: where it lies in the file, what it holds, and where in that its objects begin."""

    start: int
    length: int
    text: bytes
    first: int

    def objects(self) -> Iterator[tuple[int, int, int]]:
        """Each object in it: its number, and from where to where it stands."""
        told = [int(each) for each in self.text[: self.first].split() if each.isdigit() and len(each) < 10]
        places = sorted((self.first + offset, number) for number, offset in zip(told[::2], told[1::2], strict=False))
        for (start, number), (end, _) in pairwise([*places, (len(self.text), 0)]):
            yield number, start, end


def packed_parts(content: bytes) -> list[Part]:
    """The parts in the order they lie; refuses a file in which one has no end or unpacks to too much."""
    parts: list[Part] = []
    at = spent = 0
    while found := _STREAM.search(content, at):
        at = content.find(b"endstream", found.end())
        if at < 0:
            raise broken()
        if part := _part(content, found.start(), found.end(), at):
            parts.append(part)
            spent += len(part.text)
        if spent > ALL_UNPACKED:
            raise broken()
    return parts


def _part(content: bytes, named: int, start: int, end: int) -> Part | None:
    try:
        taste = zlib.decompressobj().decompress(content[start : min(end, start + TASTE)], 64)
        if not (_OBJECTS.match(taste) or taste.lstrip()[:2] in (b"<?", b"<x")):
            return None
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(content[start:end], UNPACKED)
    except zlib.error:
        return None
    if not unpacking.eof:
        raise broken()
    first = list(_FIRST.finditer(content, max(0, named - 1024), named))
    return Part(start, end - start - len(unpacking.unused_data), text, int(first[-1].group(1)) if first else 0)
