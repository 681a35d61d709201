"""What people decided here before: the text rules and models are tried on, and the answers they are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from linli.domains.matters.models import Matter, Text
from linli.domains.places.paths import below
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle.request import Report
from linli.domains.requests.states import NOT_ACCEPTED, RECEIVED, WITHDRAWN

MOST = 20_000
"""The newest so many are learned from: a neighbourhood's words change, and memory is bounded."""

UNDECIDED = (RECEIVED.code, NOT_ACCEPTED.code, WITHDRAWN.code)
SOMETHING = "other.other"
"""The category nobody chose: nothing is learned from it."""


@dataclass(frozen=True, slots=True)
class Past:
    """One request a desk decided: its masked words, where it lies, what it was taken for and who got it."""

    matter: UUID
    number: str
    text: str
    path: str
    category: str
    receiver: str


def decided(*, area: str = "", most: int = MOST) -> list[Past]:
    """Requests a person has accepted, newest first; two statements."""
    where = Q(kind=REQUEST.kind) & ~Q(state__in=UNDECIDED) & (below(area) if area else Q())
    matters = list(Matter.objects.filter(where).order_by("-opened_at", "-pk")[:most])
    said = opening_texts([matter.pk for matter in matters])
    return [
        Past(matter.pk, matter.number, said[matter.pk], matter.path, matter.category, matter.facts.get("lead_unit", ""))
        for matter in matters
        if matter.pk in said
    ]


def opening_texts(matters: list[UUID]) -> dict[UUID, str]:
    """What residents first wrote, masked; one statement."""
    texts = Text.objects.filter(matter__in=matters, event__verb=Report.verb())
    return dict(texts.values_list("matter_id", "body"))
