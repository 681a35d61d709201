"""Disputes as a list: what comes next in each, and those in whose words something stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q

from linli.domains.matters.models import Clock, Matter, Text
from linli.domains.matters.queries import Page
from linli.domains.matters.seeing import areas_of, visible_to
from linli.domains.people.actor import Actor
from linli.domains.requests.disputes.lifecycle import DISPUTE, PROMISE
from linli.domains.requests.disputes.states import MEDIATING, MISSED, OWED
from linli.domains.requests.disputes.vocabulary import About
from linli.kernel.words import Words

FOUND = 50


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """What comes next in a dispute; None where nothing does. `missed` are promises whose day passed unkept."""

    matter: Matter
    about: Words
    session_on: date | None
    promise_due: date | None
    missed: int
    court_until: datetime | None


def ahead(disputes: Sequence[Matter]) -> list[Ahead]:
    """What comes next in each of these, in their order; two statements however many."""
    owed = Matter.objects.filter(parent__in=disputes, kind=PROMISE.kind, state__in=(OWED.code, MISSED.code))
    promises: dict[object, list[tuple[str, date]]] = {}
    for parent, state, due in owed.values_list("parent", "state", "facts__due"):
        promises.setdefault(parent, []).append((state, date.fromisoformat(due)))
    clocks = Clock.objects.filter(matter__in=disputes, name="confirmation", stopped_at=None)
    court = dict(clocks.values_list("matter", "due_at"))
    return [_ahead(each, promises.get(each.pk, []), court.get(each.pk)) for each in disputes]


def _ahead(dispute: Matter, promises: Sequence[tuple[str, date]], court: datetime | None) -> Ahead:
    arranged = dispute.facts.get("session_on") if dispute.state == MEDIATING.code else None
    return Ahead(
        matter=dispute,
        about=About(dispute.category).words,
        session_on=date.fromisoformat(arranged) if arranged else None,
        promise_due=min((due for state, due in promises if state == OWED.code), default=None),
        missed=sum(state == MISSED.code for state, _ in promises),
        court_until=court,
    )


def search_disputes(words: str, *, by: Actor) -> Page:
    """The newest fifty that the actor mediates whose number it is, or in one of whose masked texts it stands.

    They stand in no index: what parties say must not be found by whoever searches requests.
    """
    asked = words.strip()
    said = Text.objects.filter(body__icontains=asked)
    own, parts = Exists(said.filter(matter=OuterRef("pk"))), Exists(said.filter(matter__parent=OuterRef("pk")))
    mine = Q(pk__in=())
    for area in areas_of(by, DISPUTE.kind):
        mine |= area
    rows = visible_to(by, kind=DISPUTE.kind).filter(mine)
    found = rows.filter(Q(number=asked.upper()) | Q(title__icontains=asked) | own | parts)
    return Page(list(found.order_by("-opened_at", "-pk")[:FOUND]), "", "")
