"""WAV: a row of named chunks (RIFF); the sound's form and the sound are kept."""

from __future__ import annotations

from collections.abc import Iterator

from linli.domains.matters.attachments.refusals import broken

KEPT = (b"fmt ", b"fact", b"data")


def from_waves(content: bytes) -> bytes:
    """The same sound without comments, cue sheets, artwork and positions."""
    kept = [(name, body) for name, body in _chunks(content) if name in KEPT]
    names = [name for name, _ in kept]
    if names.count(b"fmt ") != 1 or names.count(b"data") != 1 or names.index(b"fmt ") > names.index(b"data"):
        raise broken()
    body = b"WAVE" + b"".join(_chunk(*each) for each in kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, end = 12, min(len(content), 8 + int.from_bytes(content[4:8], "little"))
    while at + 8 <= end:
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        if at + 8 + size > end:
            raise broken()
        yield content[at : at + 4], content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"\x00" * (len(body) % 2)
