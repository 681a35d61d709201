"""What happened to a matter and its parts, as its reader may know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict
from uuid import UUID

from django.db.models import F, Prefetch, QuerySet

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Audience, Event, Matter, Text
from linli.domains.people.actor import SYSTEM
from linli.kernel.lifecycle import State
from linli.kernel.words import Words

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


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


class _By(TypedDict):
    """What a moment needs of who acted, without the whole of them."""

    name: str | None
    unit: str | None
    unit_en: str | None


def timeline(matter: Matter, *, staff: bool) -> list[Moment]:
    """Every moment of the matter and its parts, oldest first; words for staff alone only where `staff`.

    Three statements, however long the life.
    """
    audiences = list(Audience) if staff else [Audience.PARTIES, Audience.EVERYONE]
    parts = Matter.objects.filter(parent=matter).only("kind", "number")
    return _moments([matter, *parts], audiences, Event.objects.all())


def told_to_part(part: Matter) -> list[Moment]:
    """What a part that stands apart is told: its own moments, and what was done and said in the whole to all parts."""
    if part.parent is None:
        raise LookupError(f"{part.kind} is part of nothing")
    audiences = [Audience.PARTIES, Audience.EVERYONE]
    moments = _moments([part, part.parent], audiences, Event.objects.all())
    return [moment for moment in moments if moment.number == part.number or moment.texts]


def public_timeline(matter: Matter) -> list[Moment]:
    """What any neighbour may know of a shared matter: its public acts, and words meant for everyone; as costly."""
    return _moments([matter], [Audience.EVERYONE], Event.objects.filter(public=True))


def timelines(matters: Sequence[Matter], *, public: bool) -> dict[str, list[Moment]]:
    """The moments of several matters, by number: what any neighbour may know, or else what its opener may.

    Two statements however many; three with the parts, which no neighbour reads.
    """
    found: dict[str, list[Moment]] = {matter.number: [] for matter in matters}
    if public:
        for moment in _moments(matters, [Audience.EVERYONE], Event.objects.filter(public=True)):
            found[moment.number].append(moment)
        return found
    parts = Matter.objects.filter(parent__in=matters).select_related("parent")
    whole = {part.number: part.parent.number for part in parts if part.parent}
    for moment in _moments([*matters, *parts], [Audience.PARTIES, Audience.EVERYONE], Event.objects.all()):
        found[whole.get(moment.number, moment.number)].append(moment)
    return found


def _moments(matters: Sequence[Matter], audiences: Sequence[Audience], which: QuerySet[Event]) -> list[Moment]:
    texts = Text.objects.filter(audience__in=audiences).order_by("at", "pk")
    by_key = {matter.pk: matter for matter in matters}
    events = (
        which.filter(matter__in=by_key)
        .annotate(name=F("by_account__display_name"), unit=F("by_unit__name"), unit_en=F("by_unit__name_en"))
        .prefetch_related(Prefetch("texts", queryset=texts))
        .order_by("at", "pk")
    )
    return [_moment(event, by_key[event.matter_id]) for event in events]


def _moment(event: WithAnnotations[Event, _By], matter: Matter) -> Moment:
    life = kind_of(matter.kind).life
    transition = life.by_verb.get(event.verb, life.opening)
    return Moment(
        id=event.pk,
        number=matter.number,
        kind=matter.kind,
        verb=event.verb,
        words=transition.words,
        state=life.by_code[event.target],
        at=event.at,
        derived=transition.derived,
        by_name=event.name or "",
        by_unit=Words(event.unit_en or event.unit, event.unit) if event.unit else None,
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
