"""Ogg (RFC 3533) with Opus (RFC 7845) or Vorbis in it: pages, of whose packets the second holds the comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from linli.domains.matters.attachments.refusals import broken

HEAD = 27
MOST = 8
"""Pages of comments: half a megabyte is more than a recording has to say of itself."""
COMMENTS = {b"OpusHead": b"OpusTags", b"\x01vorbis": b"\x03vorbis"}
"""How the first packet of each kind of sound begins, and how its comments do."""


class Page(NamedTuple):
    """One page: its bytes, and how much of them is head."""

    octets: bytes
    head: int

    @property
    def body(self) -> bytes:
        """Its packets' parts."""
        return self.octets[self.head :]

    @property
    def lacings(self) -> bytes:
        """How long each part is; 255 says that it goes on."""
        return self.octets[HEAD : self.head]

    @property
    def stream(self) -> bytes:
        """Which stream it belongs to."""
        return self.octets[14:18]


def from_pages(content: bytes) -> bytes:
    """The same sound with empty comments; refuses more than one stream."""
    pages = list(_pages(content))
    if len(pages) < 3 or len({page.stream for page in pages}) > 1:
        raise broken()
    start = next((start for start in COMMENTS if pages[0].body.startswith(start)), None)
    if start is None:
        raise broken()
    return b"".join(_without_comments(pages, COMMENTS[start]))


def _pages(content: bytes) -> Iterator[Page]:
    at = 0
    while at < len(content):
        count = content[at + 26] if at + HEAD <= len(content) else 0
        head = HEAD + count
        end = at + head + sum(content[at + HEAD : at + head])
        if content[at : at + 5] != b"OggS\x00" or not count or end > len(content):
            raise broken()
        yield Page(content[at:end], head)
        at = end


def _without_comments(pages: list[Page], name: bytes) -> Iterator[bytes]:
    """Blanks the second packet, page by page, keeping its length: eight noughts say no vendor and no comment."""
    yield pages[0].octets
    at, ended = 0, False
    for number, page in enumerate(pages[1:]):
        if ended:
            yield page.octets
            continue
        if number == MOST:
            raise broken()
        length, ended = _first_part(page.lacings)
        if at == 0 and not page.body.startswith(name):
            raise broken()
        blank = _blank(name, at, length)
        at += length
        yield _sealed(page.octets[: page.head] + blank + page.body[length:])


def _first_part(lacings: bytes) -> tuple[int, bool]:
    """How many bytes of the page belong to the packet it begins with, and whether that ends here."""
    length = 0
    for lacing in lacings:
        length += lacing
        if lacing < 255:
            return length, True
    return length, False


def _blank(name: bytes, at: int, length: int) -> bytes:
    # Behind vendor (empty) and list (empty), Vorbis wants one bit set; Opus takes what follows for padding.
    packet = name + bytes(8) + b"\x01"
    return packet[at : at + length].ljust(length, b"\x00")


def _sealed(octets: bytes) -> bytes:
    """The page with its check sum set right."""
    blank = octets[:22] + bytes(4) + octets[26:]
    remainder = 0
    for byte in blank:
        remainder = (remainder << 8 & 0xFFFFFFFF) ^ _TABLE[remainder >> 24 ^ byte]
    return octets[:22] + remainder.to_bytes(4, "little") + octets[26:]


def _entry(byte: int) -> int:
    remainder = byte << 24
    for _ in range(8):
        remainder = (remainder << 1 ^ (0x04C11DB7 if remainder & 0x80000000 else 0)) & 0xFFFFFFFF
    return remainder


_TABLE = tuple(_entry(byte) for byte in range(256))
