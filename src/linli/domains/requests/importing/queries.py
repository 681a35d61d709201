"""What may be asked about imports: which there were, how far one has come, and what fell out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.people.actor import Actor
from linli.domains.places.paths import below
from linli.domains.requests.importing.models import FallenRow, Import, Stage
from linli.domains.requests.importing.reading import Fallen
from linli.domains.requests.importing.refusals import no_such_import
from linli.domains.requests.importing.returning import fallen_of
from linli.domains.requests.rights import IMPORT

NEWEST = 100


@dataclass(frozen=True, slots=True)
class ImportSeen:
    """One import as pages show it; `done` of `total` rows have been dealt with."""

    id: UUID
    file: str
    place: str
    stage: Stage
    done: int
    total: int
    counts: Mapping[str, int]
    columns: Mapping[str, str]
    kept: UUID | None
    started_at: datetime


def imports(*, by: Actor) -> Sequence[ImportSeen]:
    """The newest imports of the actor's areas."""
    rows = Import.objects.select_related("place").order_by("-started_at")
    if not by.system:
        areas = by.areas(IMPORT.code)
        if not areas:
            return []
        wanted = below(areas[0], field="place__path")
        for area in areas[1:]:
            wanted |= below(area, field="place__path")
        rows = rows.filter(wanted)
    return [_seen(row) for row in rows[:NEWEST]]


def import_seen(one: UUID, *, by: Actor) -> ImportSeen:
    """One import; unknown to whoever may not import at its place."""
    row = Import.objects.select_related("place").filter(pk=one).first()
    if row is None or not (by.system or by.may(IMPORT.code, at_place=row.place.path)):
        raise no_such_import()
    return _seen(row)


def fallen_rows(one: UUID) -> list[Fallen]:
    """What fell out, by line."""
    return fallen_of(FallenRow.objects.filter(brought_by=one).order_by("line"))


def _seen(row: Import) -> ImportSeen:
    dealt = sum(row.counts.get(name, 0) for name in ("opened", "repeated", "fallen"))
    return ImportSeen(
        id=row.pk,
        file=row.file,
        place=row.place.path,
        stage=Stage(row.stage),
        done=dealt,
        total=row.total,
        counts=row.counts,
        columns=row.columns,
        kept=row.kept,
        started_at=row.started_at,
    )
