"""What disputes hear from the rooms below: a person was forgotten."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from linli.domains.matters.engine import Move, perform_many
from linli.domains.matters.models import Matter
from linli.domains.people.actor import SYSTEM
from linli.domains.people.announcing import PERSON_ERASED
from linli.domains.requests.disputes.lifecycle import DISPUTANT, disputant
from linli.domains.requests.disputes.states import ASKED, TAKING_PART, WAITING
from linli.kernel.events import Event, subscribe

LAST_ACTS = {
    WAITING.code: disputant.TakeBack(),
    ASKED.code: disputant.Decline(),
    **{state.code: disputant.Leave() for state in TAKING_PART},
}
"""What somebody's part ends with who can no longer be asked; an agreement in effect stands."""


@subscribe(PERSON_ERASED, name="disputes.leave")
def leave_open_disputes(event: Event) -> None:
    """Nobody is mediated with whoever is forgotten: what they had open counts as ended by them."""
    person = UUID(event.payload["person"])
    open_parts = Matter.objects.filter(kind=DISPUTANT.kind, opener=person, state__in=LAST_ACTS)
    moves = [Move(matter=part.pk, details=LAST_ACTS[part.state]) for part in open_parts]
    perform_many(moves, by=replace(SYSTEM, person=person), at=timezone.now())
