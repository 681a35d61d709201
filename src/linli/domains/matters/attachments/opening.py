"""Opening a file: for a purpose, by someone with a right to it, always logged, its thumbnail too."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from linli.domains.matters.engine.refusals import unknown
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Attachment
from linli.domains.matters.opening_texts import basis_of, may_open, not_open, opener_of, whole
from linli.domains.matters.seeing import may_read, may_see
from linli.domains.people.actor import Actor
from linli.kernel.vault import Purpose, open_bytes
from linli.kernel.vault.refusals import Erased

ENDINGS = {
    "image/jpeg": "jpg",
    "application/pdf": "pdf",
    "audio/aac": "aac",
    "audio/amr": "amr",
    "audio/amr-wb": "awb",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
}


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A file in the open: what a door sends, with `nosniff`, under this name and never under the sender's."""

    mime: str
    name: str
    content: bytes = field(repr=False)

    @property
    def inline(self) -> str:
        """The content as an address of its own, for a page that shows it once and keeps it nowhere."""
        return f"data:{self.mime};base64,{b64encode(self.content).decode()}"


def open_attachment(attachment: UUID, *, by: Actor, purpose: Purpose, at: datetime, thumbnail: bool = False) -> Opened:
    """The file, or a picture's thumbnail; the resident reads in their access log who opened it and what for.

    NotFound for whoever may not know of it, NotAllowed for whoever may but has no right to it, Erased once it is gone.
    """
    row = Attachment.objects.select_related("matter", "matter__parent", "event").filter(pk=attachment).first()
    if row is None or not may_read(by, row.matter):
        raise unknown()
    if not _may_open(row, by):
        raise not_open()
    ref = row.thumbnail if thumbnail else row.sealed
    if row.erased_at:
        raise Erased
    if ref is None:
        raise unknown()
    about = whole(row.matter).pk
    parts = open_bytes(ref, by=opener_of(by), purpose=purpose, basis=basis_of(purpose), matter=about, at=at)
    name = f"{row.matter.number}-{row.event.version}.{ENDINGS[row.mime]}"
    return Opened(mime=row.mime, name=name, content=b"".join(parts))


def _may_open(row: Attachment, by: Actor) -> bool:
    """As with words; and what staff added, such as a photo of the work done, is open to all staff who read of it."""
    if row.by_account_id is not None and row.by_account_id == by.account:
        return True
    from_staff = row.by_person_id is None and row.event.on_behalf_of_id is None and row.by_account_id is not None
    return may_open(row, by) or (from_staff and bool(by.posts) and not _is_one_side(row, by))


def _is_one_side(row: Attachment, by: Actor) -> bool:
    """Whether the reader knows of it only as one side of it, whatever their posts elsewhere."""
    all_of_it = whole(row.matter)
    return kind_of(all_of_it.kind).said_to(by, all_of_it) and not may_see(by, all_of_it)
