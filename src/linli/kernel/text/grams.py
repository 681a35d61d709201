"""Pairs of neighbouring characters as numbers, which one ordinary index finds."""

from __future__ import annotations

from struct import unpack

from linli.kernel.refusal import Invalid
from linli.kernel.text.normal import normalise
from linli.kernel.words import say

TOO_SHORT = say("Type at least two characters to search for.", "请至少输入两个字再搜索。")


def grams(text: str) -> list[int]:
    """Every pair of neighbouring characters of `normalise(text)`, as sorted, distinct signed 32-bit numbers.

    A number is the pair itself (two UTF-16 code units side by side), not a hash: two different pairs never meet, the
    same pair is the same number in every process and release, and a needle of two characters needs no recheck. A
    character beyond the basic plane is a pair of units by itself. Of a part of a text, the grams are a part of the
    text's: `needle in text` implies `set(grams(needle)) <= set(grams(text))`. Fewer than two characters have none.
    """
    units = normalise(text).encode("utf-16-le")
    pairs = len(units) // 2 - 1
    if pairs < 1:
        return []
    even = unpack(f"<{len(units) // 4}i", units[: len(units) // 4 * 4])
    odd = unpack(f"<{pairs // 2}i", units[2 : 2 + pairs // 2 * 4])
    return sorted({*even, *odd})


def needle_grams(needle: str) -> list[int]:
    """What a text's grams must contain for `needle` to be in it; for one character `Invalid`, with what to do."""
    wanted = grams(needle)
    if not wanted:
        raise Invalid(TOO_SHORT)
    return wanted


def is_pair(needle: str) -> bool:
    """Whether the grams alone decide: `needle` is two characters, one gram, and needs no recheck."""
    return len(normalise(needle).encode("utf-16-le")) == len("两字".encode("utf-16-le"))
