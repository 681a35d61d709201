"""Blanks what a PDF tells of its making, where it stands."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import is_zipfile

from linli.domains.matters.attachments.documents.parts import Part, packed_parts
from linli.domains.matters.attachments.documents.screening import require_plain
from linli.domains.matters.attachments.documents.strings import blank_strings
from linli.domains.matters.attachments.refusals import broken, not_taken

REVISIONS = 32
"""Descriptions that one document may hold: every saving may add one."""
DESCRIPTION = 64 * 1024
"""Bytes of one description."""
_END = b"%%EOF"
_INFORMATION = re.compile(rb"/Info\s+(\d{1,9})\s+\d+\s+R")
_XMP = ((b"<x:xmpmeta", b"</x:xmpmeta>"), (b"<rdf:RDF", b"</rdf:RDF>"))
_EXIF = re.compile(rb"\xff\xe1(..)Exif\x00\x00", re.DOTALL)


def clean(content: bytes) -> bytes:
    """The document without what it tells of its making; refuses what is no plain document."""
    end = content.rfind(_END)
    if end < 0:
        raise broken()
    plain = content[: end + len(_END)] + b"\n"
    if is_zipfile(BytesIO(plain)):
        raise not_taken("zip")
    parts = packed_parts(plain)
    texts = [plain, *(part.text for part in parts)]
    for text in texts:
        require_plain(text)
    about = {int(number) for text in texts for number in _INFORMATION.findall(text)}
    cleaned = bytearray(plain)
    for start, stop in _descriptions(plain, about):
        cleaned[start:stop] = blank_strings(plain[start:stop])
    for part in parts:
        _repack(cleaned, part, _blanked(part, about))
    _blank_everywhere(cleaned)
    return bytes(cleaned)


def _descriptions(content: bytes, about: set[int]) -> Iterator[tuple[int, int]]:
    """Where information dictionaries stand in the open."""
    numbers = b"|".join(b"%d" % number for number in sorted(about)[: REVISIONS + 1])
    found = list(re.finditer(rb"(?<!\d)(?:%s)\s+\d+\s+obj\b" % numbers, content)) if about else []
    if len(found) > REVISIONS or len(about) > REVISIONS:
        raise broken()
    for one in found:
        end = content.find(b"endobj", one.end(), one.end() + DESCRIPTION)
        yield one.end(), end if end >= 0 else min(len(content), one.end() + DESCRIPTION)


def _blanked(part: Part, about: set[int]) -> bytes:
    blanked = bytearray(part.text)
    for number, start, end in part.objects():
        if number in about:
            blanked[start:end] = blank_strings(part.text[start:end])
    _blank_everywhere(blanked)
    return bytes(blanked)


def _repack(cleaned: bytearray, part: Part, text: bytes) -> None:
    """Puts a part back in its place; what it got shorter by follows its end, where readers do not look."""
    if text == part.text:
        return
    packed = zlib.compress(text, 9)
    if len(packed) > part.length:
        raise broken()
    cleaned[part.start : part.start + part.length] = packed.ljust(part.length, b"\x00")


def _blank_everywhere(text: bytearray) -> None:
    """Blanks XMP and EXIF that stand in the open."""
    for opening, closing in _XMP:
        start = text.find(opening)
        while start >= 0 and (end := text.find(closing, start)) >= 0:
            text[start:end] = b" " * (end - start)
            start = text.find(opening, end)
    for found in list(_EXIF.finditer(text)):
        length = int.from_bytes(found.group(1), "big")
        end = max(found.end(), min(len(text), found.start() + 2 + length))
        text[found.end() : end] = bytes(end - found.end())
