"""What may be asked about wordings."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from linli.domains.people.actor import Actor
from linli.domains.requests.rights import HANDLE
from linli.domains.requests.wording.models import Wording
from linli.kernel.words import Words


@dataclass(frozen=True)
class Kept:
    """One wording in force."""

    id: UUID
    unit: Words
    title: str
    body: str


def wordings(*, by: Actor) -> list[Kept]:
    """Those of the units the actor answers for, by unit and name; one statement."""
    own = Wording.objects.filter(unit__in=by.units(HANDLE.code), ended_at=None).select_related("unit")
    return [Kept(each.pk, each.unit.words, each.title, each.body) for each in own.order_by("unit__name", "title", "pk")]
