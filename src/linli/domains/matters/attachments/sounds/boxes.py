"""MPEG-4 and 3GP (ISO 14496-12): boxes within boxes. Those that describe are blanked where they stand.

The sound's own tables hold positions in the file, so no box changes its length: a blanked one becomes `free`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from linli.domains.matters.attachments.refusals import broken, moving_picture

TOP = {b"ftyp", b"moov", b"mdat", b"moof", b"mfra", b"sidx", b"styp", b"free", b"skip", b"wide"}
"""Boxes a recording is made of."""
OUTER = {b"moov", b"trak", b"mdia", b"moof", b"traf", b"edts", b"mvex"}
"""Boxes that hold boxes."""
BLANKED = {b"udta", b"meta", b"uuid", b"free", b"skip", b"wide", b"pdin"}
"""Boxes that hold place, maker, names, artwork, or anything."""
DATED = {b"mvhd", b"tkhd", b"mdhd"}
"""Boxes that begin with when the recording was made and changed."""


DEEPEST = 8
"""Boxes within boxes: a track's handler is at the fourth level."""


class Box(NamedTuple):
    """One box: its name, where that stands, and where its body begins and ends."""

    name: bytes
    named: int
    start: int
    end: int


def from_boxes(content: bytes) -> bytes:
    """The same sound, with everything that describes it blanked; refuses films."""
    cleaned = bytearray(content)
    sounds = 0
    for box in _all(content, 0, len(content), level=1):
        if box.name in BLANKED:
            cleaned[box.named : box.named + 4] = b"free"
            _blank(cleaned, box, skip=0, most=box.end - box.start)
        elif box.name in DATED:
            _blank(cleaned, box, skip=4, most=16 if content[box.start : box.start + 1] == b"\x01" else 8)
        elif box.name == b"hdlr":
            sounds += _is_sound(content, box)
            _blank(cleaned, box, skip=24, most=box.end - box.start)
    if not sounds:
        raise broken()
    return bytes(cleaned)


def _all(content: bytes, start: int, end: int, *, level: int) -> Iterator[Box]:
    """Every box from `start` to `end`, outer before inner; refuses where they do not fill the space."""
    at = start
    while at < end:
        box = _box(content, at, end)
        if level > DEEPEST or (level == 1 and box.name not in TOP | BLANKED):
            raise broken()
        yield box
        if box.name in OUTER:
            yield from _all(content, box.start, box.end, level=level + 1)
        at = box.end


def _box(content: bytes, at: int, end: int) -> Box:
    size, name, start = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8], at + 8
    if size == 1:
        size, start = int.from_bytes(content[at + 8 : at + 16], "big"), at + 16
    elif size == 0:
        size = end - at
    if not start <= at + size <= end:
        raise broken()
    return Box(name, at + 4, start, at + size)


def _blank(cleaned: bytearray, box: Box, *, skip: int, most: int) -> None:
    """Noughts from `skip` bytes into the body on, `most` of them, never beyond its end."""
    start = min(box.start + skip, box.end)
    length = min(most, box.end - start)
    cleaned[start : start + length] = bytes(length)


def _is_sound(content: bytes, box: Box) -> bool:
    """True for a track of sound; a film, subtitles or a trail of positions refuse the whole."""
    if content[box.start + 8 : box.start + 12] != b"soun":
        raise moving_picture()
    return True
