"""Bytes as their sender meant them: what a mail says of its encoding is often missing, unknown or wrong."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "us-ascii": "utf-8"}
"""What Chinese programs call GB 2312 or GBK is as often as not more than that."""
LONGEST = 20_000
"""Characters of a header that are looked at."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What nobody types: control characters, and marks that turn words around or hide between them."""


def decoded(octets: bytes, *, charset: str = "") -> str:
    """The text in the encoding named, or in the one that fits; never an error, never a NUL."""
    named = WIDER.get(charset.lower(), charset.lower())
    for encoding in filter(None, dict.fromkeys((named, "utf-8", "gb18030"))):
        try:
            return CONTROLS.sub("", octets.decode(encoding))
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return CONTROLS.sub("", octets.decode("utf-8", "replace"))


def headers(mail: Message, name: str) -> list[str]:
    """Every header of that name as it was written, but for bytes that should not be there: those are read as text."""
    found = (value[:LONGEST] for known, value in mail.raw_items() if known.lower() == name)
    return [decoded(value.encode("utf-8", "surrogateescape")) for value in found]


def header(mail: Message, name: str) -> str:
    """The first header of that name, opened; empty where there is none."""
    return opened(next(iter(headers(mail, name)), ""))


def opened(raw: str) -> str:
    """A header's text in one line, its encoded words decoded (RFC 2047)."""
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError):
        parts = [(raw, None)]
    said = "".join(part if isinstance(part, str) else decoded(part, charset=named or "") for part, named in parts)
    return " ".join(CONTROLS.sub("", said).split())
