"""The page of one place: where it lies, what it is divided into, who is responsible, what may be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from linli.design.shapes import Link
from linli.domains.matters.queries.held import open_in_hands_of
from linli.domains.people.actor import Actor
from linli.domains.people.queries import units
from linli.domains.people.queries.responsible import responsible_at
from linli.domains.people.rights import PLACES
from linli.domains.places import actions
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.paths import parent_of
from linli.domains.places.queries import MapShape, ancestors_of, map_shapes
from linli.domains.places.queries.plans import Plan, plan
from linli.domains.places.queries.tree import PlaceSeen, count_below, parts_of, place_seen, retired_in
from linli.domains.places.spots import Spot
from linli.kernel.refusal import Refusal
from linli.kernel.words import say
from linli.office.doing import refused
from linli.office.door import staff_only
from linli.office.places.drawing import TALLEST, WIDTH

RETIRED = say(
    "It is out of use now, with all below it. What was filed there keeps its place.",
    "已停用，下级一并停用；以前登记在这里的事项仍保留原地点。",
)


@require_GET
@staff_only
def one(request: HttpRequest, place: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The page."""
    return _show(request, place, by=by, at=at)


@require_POST
@staff_only
def retire(request: HttpRequest, place: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Takes the place and all below it out of use."""
    refusal = refused(lambda: actions.retire(place=place, by=by, at=at))
    if refusal:
        return _show(request, place, by=by, at=at, refusal=refusal)
    messages.success(request, str(RETIRED))
    return redirect("office:places:one", place)


def _show(
    request: HttpRequest, place: UUID, *, by: Actor, at: datetime, refusal: Refusal | None = None
) -> HttpResponse:
    found = place_seen(place)
    path = found.spot.path
    above = ancestors_of(path)
    may_change = by.may(PLACES.code, at_place=path) and found.spot.active
    duties = responsible_at(path, at=at)
    parts = parts_of(place)
    given = {
        "place": found,
        "crumbs": _crumbs(above[:-1]),
        "groups": [(kind, list(group)) for kind, group in groupby(parts, key=lambda part: part.spot.kind)],
        "retired": retired_in(place),
        "drawing": _drawing(found),
        "here": [post for post in duties if post.area == path],
        "above": [post for post in duties if post.area != path],
        "names": {spot.path: spot.words for spot in above},
        "units": [unit for unit in units(covering=path) if unit.area == path],
        "below": count_below(path) - 1,
        "in_hand": open_in_hands_of(path=path) if may_change else 0,
        "may_change": may_change,
        "divides": found.spot.kind is not PlaceKind.HOME,
        "refusal": refusal,
    }
    return render(request, "office/places/one.html", given, status=refusal.status if refusal else 200)


def _crumbs(above: Sequence[Spot]) -> list[Link]:
    return [Link(href=reverse("office:places:one", args=[spot.id]), words=spot.words) for spot in above]


def _drawing(found: PlaceSeen) -> Plan | None:
    """The parts of the place; where none of them lies anywhere, the place among its neighbours."""
    whole = MapShape(found.spot, found.geometry)
    parts = map_shapes(within=found.spot.path)
    if not parts and found.geometry and (parent := parent_of(found.spot.path)):
        parts = map_shapes(within=parent)
    return plan(parts, whole=whole, width=WIDTH, tallest=TALLEST) if parts or found.geometry else None
