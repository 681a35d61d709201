"""What routing hears: a request was filed, a person decided, somebody was forgotten."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from linli.domains.matters.models import Matter
from linli.domains.people.announcing import PERSON_ERASED
from linli.domains.requests.routing.jobs import suggest_for
from linli.domains.requests.routing.models import Suggestion
from linli.kernel.events import Event, subscribe
from linli.kernel.jobs import later


@subscribe("request.report", name="routing.suggest")
def suggest_soon(event: Event) -> None:
    """Something new is there to be looked at."""
    later(suggest_for, matter=event.payload["matter"])


@subscribe("request.accept", name="routing.note_category")
def note_category(event: Event) -> None:
    """What the desk took it for."""
    matter = Matter.objects.get(pk=UUID(event.payload["matter"]))
    Suggestion.objects.filter(pk=matter.pk).update(decided_category=matter.category, decided_at=timezone.now())


@subscribe("request.dispatch", name="routing.note_receiver")
def note_receiver(event: Event) -> None:
    """Whom it was sent to."""
    matter = Matter.objects.get(pk=UUID(event.payload["matter"]))
    Suggestion.objects.filter(pk=matter.pk).update(
        decided_receiver=matter.facts.get("lead_unit"), decided_at=timezone.now()
    )


@subscribe(PERSON_ERASED, name="routing.forget_words")
def forget_words(event: Event) -> None:
    """The words that decided were the person's own."""
    Suggestion.objects.filter(matter__opener=UUID(event.payload["person"])).update(words=[])
