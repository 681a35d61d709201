"""Where rows belong: the place they name, where exactly one below the import's own place is called so."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from linli.domains.people.queries import units
from linli.domains.places.models import Place
from linli.domains.places.paths import below
from linli.domains.requests.receiving import receptions


def places_called(words: Collection[str], *, within: str) -> dict[str, UUID]:
    """The one place in use of each name, the widest where several of different kinds share it; one statement."""
    named = Q(name__in=words) | Q(name_en__in=words) | (Q(code__in=words) & ~Q(code=""))
    rows = Place.objects.filter(below(within), named, active_until=None).values_list(
        "pk", "name", "name_en", "code", "path"
    )
    found: dict[str, list[tuple[int, UUID]]] = {}
    for pk, name, name_en, code, path in rows:
        for word in {name, name_en, code} & set(words):
            found.setdefault(word, []).append((path.count("."), pk))
    return {word: widest for word, places in found.items() if (widest := _widest(places))}


def _widest(places: list[tuple[int, UUID]]) -> UUID | None:
    top = min(depth for depth, _ in places)
    widest = [pk for depth, pk in places if depth == top]
    return widest[0] if len(widest) == 1 else None


def answering(places: Collection[UUID]) -> dict[UUID, tuple[str, UUID | None]]:
    """Each place's path, and the unit in whose name old replies were given: its first receiver, else the nearest."""
    known = receptions(places)
    return {place: (at.path, at.receiver or _nearest(at.path)) for place, at in known.items()}


def _nearest(path: str) -> UUID | None:
    return next((unit.id for unit in units(covering=path)), None)
