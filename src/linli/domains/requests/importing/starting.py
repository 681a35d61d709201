"""Imports as jobs: asked for by a person, carried out by a worker, however often either is interrupted."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.people.actor import Actor
from linli.domains.people.rights import require
from linli.domains.requests.importing import refusals
from linli.domains.requests.importing.jobs import bring, take_back
from linli.domains.requests.importing.models import Import, Stage, Upload
from linli.domains.requests.rights import IMPORT
from linli.kernel.jobs import later
from linli.kernel.vault import mask_text

LONGEST = 2000


@transaction.atomic
def start(sent: Upload, *, at: datetime) -> None:
    """Has a worker bring the file in."""
    waiting = Upload.objects.filter(pk=sent.pk, started_at=None, erased_at=None)
    if not waiting.update(started_at=at, en="", zh=""):
        raise refusals.started_already()
    later(bring, upload=str(sent.pk))


@transaction.atomic
def start_undoing(one: UUID, *, reason: str, by: Actor) -> None:
    """Has a worker take the whole import back; the reason stays with every request of it."""
    found = Import.objects.select_related("place").filter(pk=one).first()
    if found is None:
        raise refusals.no_such_import()
    require(by, IMPORT, at_place=found.place.path)
    if found.stage == Stage.UNDONE:
        raise refusals.undone_already()
    if len(reason.strip()) < 2:
        raise refusals.no_reason()
    found.undo_reason, found.undo_asked_by_id = mask_text(reason.strip()[:LONGEST]).text, by.account
    found.save(update_fields=["undo_reason", "undo_asked_by"])
    later(take_back, key=f"importing.undo:{one}", one=str(one))
