"""What a file is, by its content alone: what it is called and what the sender claims it to be do not count."""

from __future__ import annotations

import puremagic

from linli.kernel.words import Vocabulary

HEAD = 4096
"""Bytes looked at to name what is not taken."""
BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
    (b"#!AMR\n", "audio/amr"),
    (b"#!AMR-WB\n", "audio/amr-wb"),
    (b"OggS\x00", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
)
HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
ACCEPTED = "image/jpeg,image/png,image/webp,application/pdf,audio/*"
"""For a file field's `accept`; phones then hand over their own picture formats as JPEG."""


class FileKind(Vocabulary):
    """What is taken; each kind has its own size in the rules."""

    PICTURE = "picture", "Photo", "照片"
    DOCUMENT = "document", "Document", "文档"
    SOUND = "sound", "Recording", "录音"


def kind_of_file(mime: str) -> FileKind:
    """The kind of a type that is taken."""
    family = mime.partition("/")[0]
    return {"image": FileKind.PICTURE, "audio": FileKind.SOUND}.get(family, FileKind.DOCUMENT)


def sniff(content: bytes) -> str:
    """The type of a file that begins like one we take; empty where none does."""
    for beginning, mime in BEGINNINGS:
        if content.startswith(beginning):
            return mime
    if content[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(content[8:12], "")
    if content[4:8] == b"ftyp":
        return "image/heic" if content[8:12] in HEIC else "audio/mp4"
    return _frames(content[:2])


def looks_like(content: bytes) -> str:
    """A short name for what is not taken, such as `html` or `docx`; empty where nobody knows."""
    try:
        return puremagic.from_string(content[:HEAD]).strip(".")
    except (puremagic.PureError, ValueError):
        return ""


def _frames(start: bytes) -> str:
    """Sounds without a head begin with a frame: eleven or twelve bits set, then the layer."""
    if len(start) < 2 or start[0] != 0xFF:
        return ""
    if start[1] & 0xF6 == 0xF0:
        return "audio/aac"
    return "audio/mpeg" if start[1] & 0xE6 == 0xE2 else ""
