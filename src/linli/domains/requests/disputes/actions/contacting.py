"""Opening a party's name and number: for the mediator, for a purpose, logged for the party to read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.matters.engine.refusals import not_yours
from linli.domains.matters.models import Matter
from linli.domains.matters.opening_texts import basis_of, opener_of
from linli.domains.matters.queries import get
from linli.domains.people.actor import Actor
from linli.domains.people.queries import reach
from linli.domains.requests.actions import Contact
from linli.domains.requests.disputes.lifecycle.dispute import Invite
from linli.domains.requests.disputes.queries import mediates
from linli.kernel.vault import Purpose, open_values


@transaction.atomic
def open_party(part: UUID, *, by: Actor, purpose: Purpose, at: datetime) -> Contact:
    """The party's name and number; both empty for a unit, and where they gave nothing."""
    matter = get(part, by=by)
    if not mediates(by, matter):
        raise not_yours(Invite)
    return contact_of(matter, by=by, purpose=purpose, at=at)


def contact_of(part: Matter, *, by: Actor, purpose: Purpose, at: datetime) -> Contact:
    """The same for a part already read by right."""
    known = reach([part.opener_id]).get(part.opener_id) if part.opener_id else None
    refs = [ref for ref in (known.name, known.phone) if ref] if known else []
    if known is None or not refs:
        return Contact()
    opened = open_values(
        refs,
        by=opener_of(by),
        purpose=purpose,
        basis=basis_of(purpose),
        matter=part.parent_id,
        at=at,
        in_place_of_erased="",
    )
    return Contact(name=opened[known.name] if known.name else "", phone=opened[known.phone] if known.phone else "")
