"""For whom a notice is meant: places with all below them, where they all lie, and how many homes that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from linli.domains.notices.refusals import not_that_narrow, unknown_places
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import ancestors


def audience_places(wanted: Collection[UUID]) -> list[Place]:
    """The places meant, none within another; Invalid where one is unknown, retired or a single home."""
    found = list(Place.objects.filter(pk__in=wanted, active_until=None).defer("geometry").order_by("path"))
    if len(found) < len(set(wanted)) or not found:
        raise unknown_places()
    if any(place.kind == PlaceKind.HOME for place in found):
        raise not_that_narrow()
    return widest(found)


def widest(places: Iterable[Place]) -> list[Place]:
    """Without those that lie within another of them."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda each: each.path):
        if not kept or not place.path.startswith(kept[-1].path):
            kept.append(place)
    return kept


def common_place(places: Sequence[Place]) -> Place:
    """The narrowest place that holds them all."""
    shared = [path for path in ancestors(places[0].path) if all(each.path.startswith(path) for each in places)]
    if not shared:
        raise unknown_places()
    return Place.objects.defer("geometry").get(path=shared[-1])
