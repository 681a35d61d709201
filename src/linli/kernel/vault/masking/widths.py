"""Full-width letters and digits as plain ones, character for character, so that offsets stay true."""

from __future__ import annotations

_PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0x2013: "-",
    0x2014: "-",
    0x2010: "-",
    0x2011: "-",
    0x2212: "-",
}


def plain_widths(text: str) -> str:
    """The same text, as long as before, in half-width letters, digits and signs."""
    return text.translate(_PLAIN)
