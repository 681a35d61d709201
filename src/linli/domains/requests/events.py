"""What requests hear from the rooms below: a person was forgotten."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from linli.domains.matters.engine import Move, perform_many
from linli.domains.matters.models import Matter
from linli.domains.people.actor import SYSTEM
from linli.domains.people.announcing import PERSON_ERASED
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle.request import Withdraw
from linli.domains.requests.states import OPEN
from linli.kernel.events import Event, subscribe


@subscribe(PERSON_ERASED, name="requests.withdraw")
def withdraw_open_requests(event: Event) -> None:
    """Nobody can answer whoever is forgotten: what they had open counts as taken back by them."""
    person = UUID(event.payload["person"])
    states = [state.code for state in OPEN]
    waiting = Matter.objects.filter(kind=REQUEST.kind, opener=person, state__in=states).values_list("pk", flat=True)
    moves = [Move(matter=matter, details=Withdraw()) for matter in waiting]
    perform_many(moves, by=replace(SYSTEM, person=person), at=timezone.now())
