"""What the shipped font can draw, and what stands in place of what it cannot."""

from __future__ import annotations

import re
import struct
from functools import lru_cache
from pathlib import Path
from unicodedata import category

FONT = Path(__file__).parent / "font" / "NotoSansSC-Regular.ttf"
_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def drawable(text: str) -> str:
    """The text with every sign drawable: one that the font lacks becomes its code, `〔U+1F600〕`.

    Signs nobody sees (joiners, marks that turn the direction of reading) are left out: what is read is what is there.
    """
    plain = _VARIANTS.sub("", _BREAKS.sub("\n", text)).replace("\t", "    ")
    return "".join(_drawable(sign) for sign in plain)


def _drawable(sign: str) -> str:
    if sign == "\n":
        return sign
    if category(sign) == "Cf":
        return ""
    return sign if ord(sign) in _drawn() else f"〔U+{ord(sign):04X}〕"


@lru_cache(maxsize=1)
def _drawn() -> frozenset[int]:
    """The code points in the font's character map (OpenType `cmap`, format 12)."""
    font = FONT.read_bytes()
    cmap = _table(font, b"cmap")
    for at in range(4, 4 + 8 * struct.unpack_from(">H", cmap, 2)[0], 8):
        start = struct.unpack_from(">4xI", cmap, at)[0]
        if struct.unpack_from(">H", cmap, start)[0] == 12:
            return frozenset(_format_12(cmap, start))
    raise ValueError(f"{FONT.name} has no character map of format 12")


def _format_12(cmap: bytes, start: int) -> set[int]:
    groups = struct.unpack_from(">I", cmap, start + 12)[0]
    found: set[int] = set()
    for first, last, _ in struct.iter_unpack(">III", cmap[start + 16 : start + 16 + 12 * groups]):
        found.update(range(first, last + 1))
    return {point for point in found if category(chr(point)) not in {"Cc", "Cs"}}


def _table(font: bytes, tag: bytes) -> bytes:
    for at in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16):
        name, offset, length = struct.unpack_from(">4s4xII", font, at)
        if name == tag:
            return font[offset : offset + length]
    raise ValueError(f"{FONT.name} has no table {tag!r}")
