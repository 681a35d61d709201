"""Strings in a PDF's own notation: `(in brackets)` and `<in digits>` (ISO 32000-1, 7.3.4)."""

from __future__ import annotations

DIGITS = b"0123456789abcdefABCDEF \t\r\n"


def blank_strings(text: bytes) -> bytes:
    """The same dictionary with every string made of spaces, at the same length; names and numbers stay."""
    blanked = bytearray(text)
    at = 0
    while at < len(text):
        if text[at : at + 1] == b"(":
            end = _closing(text, at)
            blanked[at + 1 : end] = b" " * (end - at - 1)
            at = end + 1
        elif text[at : at + 1] == b"<" and text[at : at + 2] != b"<<":
            end = _hex_end(text, at)
            blanked[at + 1 : end] = (b"20" * (end - at))[: end - at - 1]
            at = end + 1
        else:
            at += 2 if text[at : at + 2] == b"<<" else 1
    return bytes(blanked)


def _closing(text: bytes, at: int) -> int:
    """Where the bracket that opens at `at` is closed; brackets inside are paired or escaped."""
    depth = 0
    while at < len(text):
        byte = text[at : at + 1]
        if byte == b"\\":
            at += 1
        elif byte == b"(":
            depth += 1
        elif byte == b")":
            depth -= 1
            if not depth:
                return at
        at += 1
    return len(text)


def _hex_end(text: bytes, at: int) -> int:
    end = at + 1
    while end < len(text) and text[end] in DIGITS:
        end += 1
    return end
