"""What notices hear: one of them came out and goes to every household it is meant for; a person was forgotten."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from linli.domains.delivery.reach.actions import begin_mailing
from linli.domains.matters.engine import Move, perform_many
from linli.domains.matters.models import Matter
from linli.domains.notices.actions.publishing import PUBLISHED
from linli.domains.notices.lifecycle.reply import REPLY, TakeBackReply
from linli.domains.notices.models import Notice
from linli.domains.notices.states import ASKED, HOLDS
from linli.domains.notices.vocabulary import NoticeType
from linli.domains.people.actor import SYSTEM
from linli.domains.people.announcing import PERSON_ERASED
from linli.kernel.events import Event, subscribe


@subscribe(PUBLISHED, name="notices.tell_households")
def tell_households(event: Event) -> None:
    """What holds goes to every home it is meant for; an emergency at any hour, and to whoever turned notices off."""
    holding = [state.code for state in HOLDS]
    notice = Notice.objects.filter(pk=event.payload["notice"], matter__state__in=holding).first()
    if notice is None or notice.published_at is None:
        return
    begin_mailing(
        number=event.payload["number"],
        matter=notice.pk,
        template_key="notice.out",
        params={"number": event.payload["number"], "title": notice.title},
        paths=event.payload["places"],
        urgent=notice.type == NoticeType.EMERGENCY,
        at=notice.published_at,
    )


@subscribe(PERSON_ERASED, name="notices.take_back_replies")
def take_back_replies(event: Event) -> None:
    """Nobody can answer whoever is forgotten: what they had asked counts as taken back by them."""
    person = UUID(event.payload["person"])
    open_ones = Matter.objects.filter(kind=REPLY.kind, opener=person, state=ASKED.code).values_list("pk", flat=True)
    moves = [Move(matter=matter, details=TakeBackReply()) for matter in open_ones]
    perform_many(moves, by=replace(SYSTEM, person=person), at=timezone.now())
