"""What files came with which act, as the reader of a matter may know it; opening one is `attachments`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from linli.domains.matters.attachments.sniffing import FileKind, kind_of_file
from linli.domains.matters.models import Attachment, Audience, Matter


@dataclass(frozen=True)
class File:
    """One file: what it is, how large, when it came, whether from the resident's side, whether it was erased since.

    `shows` is `before` or `after` where a photo says so of the work.
    """

    id: UUID
    kind: FileKind
    mime: str
    size: int
    width: int | None
    height: int | None
    at: datetime
    by_opener: bool
    shows: str
    has_thumbnail: bool
    erased: bool


def files_of(matter: Matter, *, staff: bool) -> dict[UUID, list[File]]:
    """The files of the matter and its parts by the act they came with (`Moment.id`), oldest first; one statement."""
    audiences = list(Audience) if staff else [Audience.PARTIES, Audience.EVERYONE]
    family = Matter.objects.filter(Q(pk=matter.pk) | Q(parent=matter))  # an OR over both tables would read them all
    rows = (
        Attachment.objects.filter(matter__in=family.values("pk"), audience__in=audiences)
        .select_related("event")
        .order_by("at", "pk")
    )
    found: dict[UUID, list[File]] = {}
    for row in rows:
        found.setdefault(row.event_id, []).append(_file(row))
    return found


def _file(row: Attachment) -> File:
    return File(
        id=row.pk,
        kind=kind_of_file(row.mime),
        mime=row.mime,
        size=row.size,
        width=row.width,
        height=row.height,
        at=row.at,
        by_opener=row.by_person_id is not None or row.event.on_behalf_of_id is not None or row.by_account_id is None,
        shows=row.shows,
        has_thumbnail=row.thumbnail is not None,
        erased=row.erased_at is not None,
    )
