"""Drafts, for whoever writes or reviews them: the words opened through the vault, and what the check marked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from linli.domains.holdings.queries import count_homes
from linli.domains.matters.engine.refusals import unknown
from linli.domains.matters.models import Event, Matter
from linli.domains.matters.opening_texts import not_open
from linli.domains.matters.seeing import visible_to
from linli.domains.notices.audience import widest
from linli.domains.notices.checking import Mark
from linli.domains.notices.kinds import NOTICES
from linli.domains.notices.models import Audience, Notice
from linli.domains.notices.wording import draft_words, drafted_events
from linli.domains.people.actor import Actor
from linli.domains.places.models import Place
from linli.kernel.vault import Purpose


@dataclass(frozen=True)
class DraftSeen:
    """A notice as its writers and reviewers see it. `earlier` are the words one version back, where there is one."""

    matter: Matter
    notice: Notice
    words: Mapping[str, str]
    marks: Sequence[Mark]
    places: Sequence[UUID]
    paths: Sequence[str]
    versions: Sequence[Event]
    earlier: Mapping[str, str]


def drafts_of(*, by: Actor) -> QuerySet[Matter]:
    """Notices that the actor may read before they are out, with those that are; narrow it and take a slice."""
    return visible_to(by, kind=NOTICES.life.kind)


def count_meant(places: Collection[UUID]) -> int:
    """How many homes an audience of these places would mean; those unknown count for nothing. Two statements."""
    found = Place.objects.filter(pk__in=places, active_until=None).defer("geometry")
    return count_homes([place.path for place in widest(found)])


def places_of_published(number: str) -> list[UUID]:
    """The places that a published notice was meant for."""
    meant = Audience.objects.filter(notice__matter__number=number, notice__published_at__isnull=False)
    return list(meant.order_by("path").values_list("place", flat=True))


def see_draft(number: str, *, by: Actor, at: datetime) -> DraftSeen:
    """The notice in its original words; NotFound where the actor may not see it. The opening is logged."""
    found = drafts_of(by=by).filter(number=number.strip().upper())
    matter = found.select_related("holder_unit", "notice").defer("place__geometry").first()
    if matter is None:
        raise unknown()
    if not NOTICES.may_open(by, matter):
        raise not_open()
    versions = drafted_events(matter)
    before = versions[-2] if len(versions) > 1 else None
    purpose = Purpose.REVIEW
    meant = list(Audience.objects.filter(notice=matter.pk).order_by("path").values_list("place", "path"))
    return DraftSeen(
        matter=matter,
        notice=matter.notice,
        words=draft_words(matter, by=by, purpose=purpose, at=at, event=versions[-1]),
        marks=[Mark.read(kept) for kept in matter.notice.marks],
        places=[place for place, _ in meant],
        paths=[path for _, path in meant],
        versions=versions,
        earlier=draft_words(matter, by=by, purpose=purpose, at=at, event=before) if before else {},
    )
