"""Renaming, redrawing and retiring places."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from linli.domains.places.drawing import draw
from linli.domains.places.locks import growing, moving
from linli.domains.places.models import Place
from linli.domains.places.naming import clean_name
from linli.domains.places.paths import below
from linli.domains.places.refusals import name_taken, no_such_place, retired
from linli.domains.places.rights import By, require_manage
from linli.domains.places.spots import Spot, spot
from linli.kernel.geo.datums import Datum


def place_to_change(place: UUID, *, by: By) -> Place:
    """The row, locked together with its parent, so that siblings' names are looked at one change at a time."""
    row = Place.objects.filter(pk=place).values_list("parent_id", flat=True)
    locked = {
        each.pk: each
        for each in Place.objects.select_for_update(no_key=True)
        .filter(pk__in=[place, *filter(None, row)])
        .order_by("pk")
    }
    if place not in locked:
        raise no_such_place()
    found = locked[place]
    require_manage(by, at_place=found.path)
    if found.active_until is not None:
        raise retired(found.words)
    return found


@transaction.atomic
def rename(*, place: UUID, name: str, name_en: str = "", by: By, at: datetime) -> Spot:
    """Gives a place another name; what was filed there keeps pointing at it."""
    growing()
    found = place_to_change(place, by=by)
    found.name, found.name_en = clean_name(name), clean_name(name_en, may_be_empty=True)
    require_name_free(found)
    found.save(update_fields=["name", "name_en"])
    return spot(found)


@transaction.atomic
def redraw(
    *,
    place: UUID,
    geometry: Mapping[str, Any] | None,
    datum: Datum = Datum.GCJ02,
    lon: float | None = None,
    lat: float | None = None,
    by: By,
    at: datetime,
) -> Spot:
    """Sets or removes a place's outline and centre."""
    growing()
    found = place_to_change(place, by=by)
    draw(found, geometry=geometry, datum=datum, lon=lon, lat=lat)
    found.save(update_fields=["geometry", "datum", "lon", "lat", "west", "south", "east", "north"])
    return spot(found)


@transaction.atomic
def retire(*, place: UUID, by: By, at: datetime) -> int:
    """Takes a place and all below it out of use, never away; answers how many."""
    moving()
    found = place_to_change(place, by=by)
    return Place.objects.filter(below(found.path), active_until=None).update(active_until=at)


def require_name_free(place: Place) -> None:
    """Refuses a name that a sibling of the same kind bears."""
    siblings = Place.objects.filter(parent=place.parent_id, kind=place.kind, name=place.name, active_until=None)
    if siblings.exclude(pk=place.pk).exists():
        raise name_taken(place.name)
