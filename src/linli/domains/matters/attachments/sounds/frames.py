"""Recordings that are a row of frames: MP3 (ISO 11172-3, 13818-3), AAC (ADTS, ISO 13818-7), AMR (RFC 4867).

Each frame says how long it is. Tags stand before the first or behind the last, and are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from linli.domains.matters.attachments.refusals import broken

LEAST = 3
"""Frames that make a recording: fewer may be an accident."""
TRAILING = 64 * 1024
"""Bytes of tags that may stand behind the last frame."""


class Form(NamedTuple):
    """How one form is read: its head, and how long the frame is that begins at a position (0: none does)."""

    head: bytes
    frame: Callable[[bytes, int], int]


def from_frames(content: bytes, form: Form) -> bytes:
    """The same sound: head and frames, and nothing else."""
    start = len(form.head) if form.head else _behind_tags(content)
    at, count = start, 0
    while (length := form.frame(content, at)) and at + length <= len(content):
        at, count = at + length, count + 1
    if count < LEAST or len(content) - at > TRAILING:
        raise broken()
    return form.head + content[start:at]


def _behind_tags(content: bytes) -> int:
    """Where the sound begins: behind the ID3v2 tags, whose length has seven bits a byte."""
    at = 0
    while content[at : at + 3] == b"ID3" and len(content) >= at + 10:
        size = 0
        for byte in content[at + 6 : at + 10]:
            size = size << 7 | byte & 0x7F
        at += 10 + size + (10 if content[at + 5] & 0x10 else 0)
    while content[at : at + 1] == b"\x00":  # padding that some writers leave
        at += 1
    return at


def _mp3(content: bytes, at: int) -> int:
    head = content[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate, hertz = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or rate in (0, 15) or hertz == 3:
        return 0
    bits = (_KILOBITS_1 if version == 3 else _KILOBITS_2)[rate] * 1000
    samples = 144 if version == 3 else 72
    per_second = _HERTZ[hertz] >> {3: 0, 2: 1, 0: 2}[version]
    return samples * bits // per_second + (head[2] >> 1 & 1)


_HERTZ = (44100, 48000, 32000)
_KILOBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KILOBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


def _aac(content: bytes, at: int) -> int:
    head = content[at : at + 7]
    if len(head) < 7 or head[0] != 0xFF or head[1] & 0xF6 != 0xF0:
        return 0
    length = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
    return length if length > 7 else 0


def _amr(sizes: tuple[int, ...]) -> Callable[[bytes, int], int]:
    """Frames of AMR: the size follows from the mode; the other bits of the first byte are nought but one."""

    def frame(content: bytes, at: int) -> int:
        if at >= len(content) or content[at] & 0x83:
            return 0
        return sizes[content[at] >> 3 & 15]

    return frame


MP3 = Form(b"", _mp3)
AAC = Form(b"", _aac)
AMR = Form(b"#!AMR\n", _amr((13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1)))
AMR_WIDE = Form(b"#!AMR-WB\n", _amr((18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1)))
