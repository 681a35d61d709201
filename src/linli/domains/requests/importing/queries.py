"""What may be asked about imports: what fell out of one."""

from __future__ import annotations

from uuid import UUID

from linli.domains.requests.importing.models import FallenRow
from linli.domains.requests.importing.reading import Fallen
from linli.domains.requests.importing.returning import fallen_of


def fallen_rows(one: UUID) -> list[Fallen]:
    """What fell out, by line."""
    return fallen_of(FallenRow.objects.filter(brought_by=one).order_by("line"))
