"""Where it is: the place the words themselves name, else a short list to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F, TextField, Value

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.queries import search
from linli.domains.places.spots import Spot

MOST = 8
"""Choices that one message lists."""


def named_in(words: str) -> Place | None:
    """The one place that the words name: a building of a community they name, else that community, else a building."""
    rows = Place.objects.annotate(said=Value(words, output_field=TextField())).filter(
        said__contains=F("name"), active_until=None, kind__in=(PlaceKind.COMMUNITY, PlaceKind.BUILDING)
    )
    found = list(rows.defer("geometry"))
    communities = [place for place in found if place.kind == PlaceKind.COMMUNITY]
    buildings = [place for place in found if place.kind == PlaceKind.BUILDING]
    if len(communities) == 1:
        inside = [place for place in buildings if place.path.startswith(communities[0].path)]
        return inside[0] if len(inside) == 1 else communities[0]
    return buildings[0] if len(buildings) == 1 and not communities else None


def communities() -> Sequence[Place]:
    """The first few communities there are."""
    rows = Place.objects.filter(kind=PlaceKind.COMMUNITY, active_until=None).defer("geometry")
    return list(rows.order_by("path")[:MOST])


def called(words: str) -> list[Spot]:
    """Places called so."""
    return search(words=words[:40], limit=MOST)
