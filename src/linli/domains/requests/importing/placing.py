"""Where rows belong: the place they name, where exactly one below the import's own place is called so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Q

from linli.domains.people.queries import units
from linli.domains.places.models import Place
from linli.domains.places.paths import below
from linli.domains.places.spots import Spot
from linli.domains.requests.importing.models import KnownPlace
from linli.domains.requests.receiving import receptions
from linli.domains.requests.refusals import no_such_place


def places_called(words: Collection[str], *, within: str) -> dict[str, UUID]:
    """The place that was taught for each name here, else the one in use of that name; two statements.

    Where several of different kinds share a name it is the widest.
    """
    return _named(words, within) | taught_places(words, within=within)


def taught_places(words: Collection[str], *, within: str) -> dict[str, UUID]:
    """What names of another system were said to stand for; places that ended since are left out."""
    taught = KnownPlace.objects.filter(word__in=words, within__path=within, place__active_until=None)
    return dict(taught.values_list("word", "place"))


def teach_places(places: Mapping[str, UUID], *, within: Spot) -> None:
    """Keeps which place each foreign name stands for here."""
    inside = set(Place.objects.filter(below(within.path), pk__in=places.values()).values_list("pk", flat=True))
    for word, place in places.items():
        if place not in inside:
            raise no_such_place()
        KnownPlace.objects.update_or_create(word=word[:80], within_id=within.id, defaults={"place_id": place})


def _named(words: Collection[str], within: str) -> dict[str, UUID]:
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
