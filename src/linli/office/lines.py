"""Matters as lines of the office's tables: where each stands, what is asked, how long is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from linli.design.shapes import Badge, Clock, Text
from linli.domains.matters.queries import Matter, acts_for, nearest_clocks
from linli.domains.people.actor import Actor
from linli.domains.people.queries import names_of
from linli.domains.places.queries import labels
from linli.kernel.words import Words
from linli.office.showing import badge_of, clock_of, state_of


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line. `tick` carries the version that was seen; `asked` is the first act open to the reader."""

    tick: str
    href: str
    number: str
    subject: str
    place: Words | str
    state: Badge
    asked: Text
    clock: Clock | None
    unit: Text
    opened_at: datetime
    supervised: bool


def lines(matters: Sequence[Matter], *, by: Actor, now: datetime) -> list[Line]:
    """The lines of these matters, in their order; four statements however many."""
    clocks = nearest_clocks(matters, now=now)
    places = labels(matter.path for matter in matters)
    units = names_of(unit for matter in matters if (unit := _unit(matter)))
    return [
        Line(
            tick=f"{matter.pk}.{matter.version}",
            href=address_of(matter.number),
            number=matter.number,
            subject=matter.title,
            place=places.get(matter.path, ""),
            state=badge_of(state_of(matter.kind, matter.state)),
            asked=next((act.words for act in acts_for(matter, by=by) if act.transition.duty), ""),
            clock=clock_of(clocks[matter.pk]) if matter.pk in clocks else None,
            unit=units[unit] if (unit := _unit(matter)) in units else "",
            opened_at=matter.opened_at,
            supervised=bool(matter.facts.get("supervised")),
        )
        for matter in matters
    ]


def _unit(matter: Matter) -> UUID | None:
    """The unit that answers it, or holds it until it is dispatched."""
    lead = matter.facts.get("lead_unit")
    return UUID(lead) if lead else matter.holder_unit_id


def address_of(number: str) -> str:
    """The page of one matter."""
    return reverse("office:matter", args=[number])
