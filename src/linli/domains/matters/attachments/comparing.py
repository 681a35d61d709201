"""Photos from before and after the work, opened together so that one look compares them; each opening is logged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.matters.attachments.opening import Opened, open_attachment
from linli.domains.matters.models import Matter, Shows
from linli.domains.matters.queries.files import File, files_of
from linli.domains.people.actor import Actor
from linli.kernel.vault import Purpose


@dataclass(frozen=True)
class Compared:
    """Small pictures from before and after, oldest first."""

    before: Sequence[Opened]
    after: Sequence[Opened]


def comparable(files: Mapping[UUID, Iterable[File]]) -> bool:
    """Whether there is a photo that says it is from before or after the work."""
    return any(_shown(file) for some in files.values() for file in some)


def open_compared(matter: Matter, *, by: Actor, purpose: Purpose, at: datetime, staff: bool) -> Compared:
    """Every such photo of the matter and its parts, small."""
    files = [file for some in files_of(matter, staff=staff).values() for file in some if _shown(file)]

    def opened(shows: Shows) -> Sequence[Opened]:
        which = [file.id for file in files if file.shows == shows]
        return [open_attachment(file, by=by, purpose=purpose, at=at, thumbnail=True) for file in which]

    return Compared(opened(Shows.BEFORE), opened(Shows.AFTER))


def _shown(file: File) -> bool:
    return bool(file.shows) and file.has_thumbnail and not file.erased
