"""What happened to a matter and its parts, as its reader may know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Audience, Event, Matter, Text
from linli.domains.people.actor import SYSTEM
from linli.kernel.lifecycle import State
from linli.kernel.words import Words


@dataclass(frozen=True)
class Moment:
    """One act in the life of a matter: when, what, by whom, to which state, in which (masked) words."""

    id: UUID
    number: str
    kind: str
    verb: str
    words: Words
    state: State
    at: datetime
    derived: bool
    by_name: str
    by_unit: Words | None
    by_opener: bool
    channel: str
    details: dict[str, Any]
    entry: UUID | None
    texts: Sequence[Text] = field(default=())


def timeline(matter: Matter, *, staff: bool) -> list[Moment]:
    """Every moment of the matter and its parts, oldest first; words for staff alone only where `staff`.

    Three statements, however long the life.
    """
    audiences = list(Audience) if staff else [Audience.PARTIES, Audience.EVERYONE]
    return _moments(matter, audiences, Q())


def public_timeline(matter: Matter) -> list[Moment]:
    """What any neighbour may know of a shared matter: its public acts, and words meant for everyone; as costly."""
    return _moments(matter, [Audience.EVERYONE], Q(public=True, matter=matter))


def _moments(matter: Matter, audiences: Sequence[Audience], which: Q) -> list[Moment]:
    texts = Text.objects.filter(audience__in=audiences, hidden_at=None).order_by("at", "pk")
    events = (
        Event.objects.filter(Q(matter=matter) | Q(matter__parent=matter), which)
        .select_related("matter", "by_account", "by_unit")
        .prefetch_related(Prefetch("texts", queryset=texts))
        .order_by("at", "pk")
    )
    return [_moment(event) for event in events]


def _moment(event: Event) -> Moment:
    life = kind_of(event.matter.kind).life
    transition = life.by_verb.get(event.verb, life.opening)
    return Moment(
        id=event.pk,
        number=event.matter.number,
        kind=event.matter.kind,
        verb=event.verb,
        words=transition.words,
        state=life.by_code[event.target],
        at=event.at,
        derived=transition.derived,
        by_name=event.by_account.display_name if event.by_account else "",
        by_unit=event.by_unit.words if event.by_unit else None,
        by_opener=_by_opener(event),
        channel=event.channel,
        details=event.details,
        entry=event.entry,
        texts=list(event.texts.all()),
    )


def _by_opener(event: Event) -> bool:
    """Whether a resident spoke: known, through someone else, or known by a tracking code alone."""
    nobody = event.by_account_id is None and event.channel != SYSTEM.channel
    return nobody or event.by_person_id is not None or event.on_behalf_of_id is not None
