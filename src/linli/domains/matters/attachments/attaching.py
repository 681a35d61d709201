"""Adding files to a matter when nothing else is done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from linli.domains.matters.act import NewFile
from linli.domains.matters.engine import perform
from linli.domains.matters.engine.refusals import no_files_here, unknown
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.kernel.words import say

SENT = say("Sent files.", "发来文件。")


def attach(
    matter: UUID, files: Sequence[NewFile], *, by: Actor, at: datetime, text: str = "", version: int | None = None
) -> Matter:
    """Sends files with a message: the act by which the matter's kind takes messages, under its rights and states.

    With any other act they go along: `perform(…, files=…)`.
    """
    kind = Matter.objects.filter(pk=matter).values_list("kind", flat=True).first()
    if kind is None:
        raise unknown()
    message = kind_of(kind).message
    if message is None:
        raise no_files_here()
    return perform(matter, message(text or str(SENT)), by=by, at=at, version=version, files=files)
