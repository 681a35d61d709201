"""Matters as lines of the office's tables: where each stands, what is asked, how long is left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from linli.design.shapes import Row, Text
from linli.domains.matters.queries import Matter, duty_of, nearest_clocks
from linli.domains.people.actor import Actor
from linli.domains.people.queries import names_of
from linli.domains.places.queries import labels
from linli.kernel.words import say
from linli.office.showing import badge_of, clock_of, state_of


def lines(matters: Sequence[Matter], *, by: Actor, now: datetime) -> list[Row]:
    """The lines of these matters, in their order; three statements however many.

    Their `id` carries the version that was seen.
    """
    clocks = nearest_clocks(matters, now=now)
    places = labels(matter.path for matter in matters)
    units = names_of(unit for matter in matters if (unit := _unit(matter)))
    return [
        Row(
            id=f"{matter.pk}.{matter.version}",
            href=address_of(matter.number),
            number=matter.number,
            subject=matter.title,
            place=places.get(matter.path, ""),
            state=badge_of(state_of(matter.kind, matter.state)),
            asked=duty.words if (duty := duty_of(matter, by=by)) else "",
            clock=clock_of(clocks[matter.pk]) if matter.pk in clocks else None,
            unit=units[unit] if (unit := _unit(matter)) in units else "",
            supervised=bool(matter.facts.get("supervised")),
            for_whom=_for_whom(matter),
        )
        for matter in matters
    ]


def _for_whom(matter: Matter) -> Text:
    """For whom the reader stands in, where the list was asked that."""
    name = getattr(matter, "stands_in_for", None)
    return say("for {name}, who is away", "替{name}顶岗", name=name) if name else ""


def _unit(matter: Matter) -> UUID | None:
    """The unit that answers it, or holds it until it is dispatched."""
    lead = matter.facts.get("lead_unit")
    return UUID(lead) if lead else matter.holder_unit_id


def address_of(number: str) -> str:
    """The page of one matter."""
    return reverse("office:matter", args=[number])
