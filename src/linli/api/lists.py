"""The lists other operations choose from: categories, places, units."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import BaseModel

from linli.api.problems import READING
from linli.api.tokens import READ
from linli.api.words import Area
from linli.domains.people.queries import units
from linli.domains.places import queries as places
from linli.domains.requests.categories import CATEGORIES

router = Router(tags=["lists"])


class CategoryOut(BaseModel):
    """A category and its words."""

    code: str
    words: str


class PlaceOut(BaseModel):
    """A place below another."""

    id: UUID
    name: str
    kind: str
    path: str


class UnitOut(BaseModel):
    """A unit that can be given an assignment."""

    id: UUID
    name: str
    kind: str


@router.get("/categories", auth=READ, response={200: list[CategoryOut], **READING}, operation_id="list_categories")
def list_categories(request: HttpRequest) -> list[dict[str, Any]]:
    """Every category a request can have."""
    return [
        {"code": f"{group}.{code}", "words": str(words)}
        for group, (_, leaves) in CATEGORIES.items()
        for code, words in leaves.items()
    ]


@router.get("/places", auth=READ, response={200: list[PlaceOut], **READING}, operation_id="list_places")
def list_places(request: HttpRequest, below: UUID | None = None) -> list[dict[str, Any]]:
    """Places directly below one, or the roots."""
    found = places.children(below) if below else places.roots()
    return [{"id": spot.id, "name": str(spot.words), "kind": spot.kind.value, "path": spot.path} for spot in found]


@router.get("/units", auth=READ, response={200: list[UnitOut], **READING}, operation_id="list_units")
def list_units(request: HttpRequest, covering: Area = "") -> list[dict[str, Any]]:
    """Units that answer for the place of that path, or all."""
    return [{"id": unit.id, "name": str(unit.words), "kind": unit.kind} for unit in units(covering=covering)]
