"""One place of the tree as its page needs it: itself, its parts, what was retired below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from linli.domains.places.models import Place
from linli.domains.places.paths import below
from linli.domains.places.refusals import no_such_place
from linli.domains.places.spots import Spot, in_order, spot, spots


@dataclass(frozen=True, slots=True)
class Part:
    """A place right below another; `parts` counts those right below it, `drawn` says whether it has an outline."""

    spot: Spot
    parts: int
    drawn: bool


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """One place with its outline and period."""

    spot: Spot
    parent: UUID | None
    name: str
    name_en: str
    geometry: Mapping[str, Any] | None
    active_from: datetime
    active_until: datetime | None


def place_seen(place: UUID) -> PlaceSeen:
    """The place, retired ones too; one statement."""
    found = Place.objects.filter(pk=place).first()
    if found is None:
        raise no_such_place()
    return PlaceSeen(
        spot(found), found.parent_id, found.name, found.name_en, found.geometry, found.active_from, found.active_until
    )


def parts_of(place: UUID) -> list[Part]:
    """Places in use right below one, in the order they were added; one statement."""
    rows = Place.objects.filter(parent=place, active_until=None).defer("geometry")
    counted = rows.annotate(parts=Count("children", Q(children__active_until=None)))
    parts = {each.pk: Part(spot(each), each.parts, each.west is not None) for each in counted}
    return [parts[each.id] for each in in_order(part.spot for part in parts.values())]


def retired_in(place: UUID) -> list[Spot]:
    """Places right below one that are no longer in use."""
    return in_order(spots(Place.objects.filter(parent=place, active_until__isnull=False)))


def count_below(path: str) -> int:
    """How many places in use lie at a path and below it."""
    return Place.objects.filter(below(path), active_until=None).count()
