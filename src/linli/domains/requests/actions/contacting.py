"""Opening a reporter's name and number: for a purpose, never for a unit the resident did not want to know them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.matters.opening_texts import basis_of, opener_of
from linli.domains.matters.queries import get
from linli.domains.people.actor import Actor
from linli.domains.people.queries import reach
from linli.domains.requests.confiding import may_contact, not_for_you
from linli.kernel.vault import Purpose, open_values


@dataclass(frozen=True, kw_only=True)
class Contact:
    """How to reach whoever reported; both empty where they gave nothing, or had it erased."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)


@transaction.atomic
def open_contact(request: UUID, *, by: Actor, purpose: Purpose, at: datetime) -> Contact:
    """The reporter's name and number; the opening is logged for them to read, however often."""
    matter = get(request, by=by)
    if not may_contact(by, matter):
        raise not_for_you()
    known = reach([matter.opener_id]).get(matter.opener_id) if matter.opener_id else None
    refs = [ref for ref in (known.name, known.phone) if ref] if known else []
    if known is None or not refs:
        return Contact()
    opened = open_values(
        refs, by=opener_of(by), purpose=purpose, basis=basis_of(purpose), matter=matter.pk, at=at, in_place_of_erased=""
    )
    return Contact(name=opened[known.name] if known.name else "", phone=opened[known.phone] if known.phone else "")
