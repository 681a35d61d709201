"""What an act encloses: files, sealed under the key of the person it is for and committed to in its entry."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from linli.domains.matters.act import Act, NewFile
from linli.domains.matters.engine.refusals import StorageFull, no_files_here, too_many_files
from linli.domains.matters.engine.wording import owner_of
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Attachment, Audience, Matter
from linli.kernel.rules import rulebook
from linli.kernel.vault import seal_bytes

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def check_files(matter: Matter, files: Sequence[NewFile], *, at: datetime) -> None:
    """Raises the Refusal where the matter takes no files, or not as many; its row is locked, so the count holds."""
    if not files:
        return
    rules = kind_of(matter.kind).files
    if not rules:
        raise no_files_here()
    most = rulebook().rule(f"{rules}.count", on=localdate(at)).value
    if Attachment.objects.filter(matter=matter, erased_at=None).count() + len(files) > most:
        raise too_many_files(most)


def save_files(acts: Sequence[Act]) -> None:
    """Seals the files and writes their rows. Rolled back, it leaves files that no row knows: the sweep takes them."""
    try:
        rows = [row for act in acts for row in _rows(act)]
    except OSError as error:
        if error.errno in NO_ROOM:
            raise StorageFull from error
        raise
    if rows:
        Attachment.objects.bulk_create(rows)


def _rows(act: Act) -> Iterator[Attachment]:
    owner = owner_of(act.matter)
    for file in act.files:
        yield Attachment(
            matter=act.matter,
            event=act.event,
            mime=file.mime,
            size=len(file.content),
            width=file.width,
            height=file.height,
            digest=file.digest,
            owner=owner,
            sealed=_sealed(file.content, "file.content", owner, act),
            thumbnail=_sealed(file.thumbnail, "file.thumbnail", owner, act) if file.thumbnail else None,
            shows=file.shows,
            audience=Audience.STAFF if file.staff_only else Audience.PARTIES,
            by_account_id=act.by.account,
            by_person_id=act.by.person,
            at=act.at,
        )


def _sealed(content: bytes, field: str, owner: UUID, act: Act) -> UUID:
    return seal_bytes([content], owner=owner, field=field, at=act.at, largest=len(content))
