"""What notices hear from the rooms below: a person was forgotten."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from linli.domains.matters.engine import Move, perform_many
from linli.domains.matters.models import Matter
from linli.domains.notices.lifecycle.reply import REPLY, TakeBackReply
from linli.domains.notices.states import ASKED
from linli.domains.people.actor import SYSTEM
from linli.domains.people.announcing import PERSON_ERASED
from linli.kernel.events import Event, subscribe


@subscribe(PERSON_ERASED, name="notices.take_back_replies")
def take_back_replies(event: Event) -> None:
    """Nobody can answer whoever is forgotten: what they had asked counts as taken back by them."""
    person = UUID(event.payload["person"])
    open_ones = Matter.objects.filter(kind=REPLY.kind, opener=person, state=ASKED.code).values_list("pk", flat=True)
    moves = [Move(matter=matter, details=TakeBackReply()) for matter in open_ones]
    perform_many(moves, by=replace(SYSTEM, person=person), at=timezone.now())
