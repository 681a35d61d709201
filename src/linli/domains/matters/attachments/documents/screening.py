"""Which documents are refused: those that ask for a password, run programs, send forms or carry other files."""

from __future__ import annotations

import re

from linli.domains.matters.attachments.refusals import acts_by_itself, locked


def _named(*names: str) -> re.Pattern[bytes]:
    """Names as a PDF may write them: every letter plain, or as `#` and its code (ISO 32000-1, 7.3.5)."""

    def letter(each: str) -> str:
        return f"(?:{each}|(?i:#{ord(each):02x}))"

    alternatives = "|".join("".join(letter(each) for each in name) for name in names)
    return re.compile(rf"/(?:{alternatives})(?![A-Za-z0-9])".encode())


PASSWORD = _named("Encrypt")
ACTING = _named(
    "JavaScript",
    "Launch",
    "SubmitForm",
    "ImportData",
    "GoToE",
    "EmbeddedFile",
    "EmbeddedFiles",
    "RichMedia",
    "XFA",
)


def require_plain(text: bytes) -> None:
    """Refuses what is no plain document; `text` is the file, or a part of it unpacked."""
    if PASSWORD.search(text):
        raise locked()
    if ACTING.search(text):
        raise acts_by_itself()
