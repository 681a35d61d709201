"""New places, one or a hundred thousand in the same few statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from linli.domains.places.drawing import draw
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.locks import growing
from linli.domains.places.models import Place
from linli.domains.places.naming import clean_name, names_are_free
from linli.domains.places.paths import segment
from linli.domains.places.recording import open_logs
from linli.domains.places.refusals import changed_meanwhile, no_such_place, not_a_root, not_wider, retired
from linli.domains.places.rights import By, require_manage
from linli.domains.places.spots import Spot, spot
from linli.kernel.geo.datums import Datum
from linli.kernel.ids import new_id

AT_ONCE = 2000
ROOTS = (PlaceKind.DISTRICT, PlaceKind.SUBDISTRICT)


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place to be; its `parent` exists already or stands earlier in the same batch; None for a root."""

    kind: PlaceKind
    name: str
    parent: UUID | None = None
    name_en: str = ""
    code: str = ""
    geometry: Mapping[str, Any] | None = None
    datum: Datum = Datum.GCJ02
    lon: float | None = None
    lat: float | None = None
    id: UUID = field(default_factory=new_id)


def add(*, new: NewPlace, by: By, at: datetime) -> Spot:
    """Adds one place."""
    return add_many(news=[new], by=by, at=at)[0]


@transaction.atomic
def add_many(*, news: Sequence[NewPlace], by: By, at: datetime) -> list[Spot]:
    """Adds many places, parents before children, all or none; siblings are numbered in the order given."""
    growing()
    parents = _standing_parents(news)
    _require_all(parents.values(), news, by)
    places = _Planting(parents, at).plant(news)
    names_are_free(places)
    try:
        Place.objects.bulk_create(places, batch_size=AT_ONCE)
    except IntegrityError:  # a root or a code taken in this very moment; siblings are kept apart by their parent's lock
        raise changed_meanwhile() from None
    open_logs(places)
    Place.objects.bulk_update(parents.values(), ["last_child"], batch_size=AT_ONCE)
    return [spot(place) for place in places]


def _standing_parents(news: Sequence[NewPlace]) -> dict[UUID, Place]:
    """Parents that exist already, locked, so that no two batches give out one number twice."""
    wanted = {new.parent for new in news if new.parent} - {new.id for new in news}
    found = Place.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk").defer("geometry")
    return {place.pk: place for place in found}


def _require_all(parents: Iterable[Place], news: Sequence[NewPlace], by: By) -> None:
    for parent in parents:
        require_manage(by, at_place=parent.path)
        if parent.active_until is not None:
            raise retired(parent.words)
    if any(new.parent is None for new in news):
        require_manage(by, at_place="")


class _Planting:
    """Gives each new place its number and path below a parent that stands or was just planted."""

    def __init__(self, parents: dict[UUID, Place], at: datetime) -> None:
        self.known = dict(parents)
        self.at = at
        self.last_root: int | None = None

    def plant(self, news: Sequence[NewPlace]) -> list[Place]:
        """The new rows, in the order given."""
        return [self._place(new) for new in news]

    def _place(self, new: NewPlace) -> Place:
        position, above = self._number(new)
        place = Place(
            id=new.id,
            parent_id=new.parent,
            kind=new.kind.value,
            name=clean_name(new.name),
            name_en=clean_name(new.name_en, may_be_empty=True),
            code=new.code.strip(),
            position=position,
            path=above + segment(new.kind, position),
            active_from=self.at,
        )
        draw(place, geometry=new.geometry, datum=new.datum, lon=new.lon, lat=new.lat)
        self.known[new.id] = place
        return place

    def _number(self, new: NewPlace) -> tuple[int, str]:
        if new.parent is None:
            return self._root_number(new.kind), ""
        parent = self.known.get(new.parent)
        if parent is None:
            raise no_such_place()
        require_wider(new.kind, PlaceKind(parent.kind))
        parent.last_child += 1
        return parent.last_child, parent.path

    def _root_number(self, kind: PlaceKind) -> int:
        if kind not in ROOTS:
            raise not_a_root(kind)
        if self.last_root is None:
            self.last_root = Place.objects.filter(parent=None).aggregate(last=Max("position"))["last"] or 0
        self.last_root += 1
        return self.last_root


def require_wider(kind: PlaceKind, parent: PlaceKind) -> None:
    """Refuses to put a place under one of its own kind or narrower."""
    if parent.rank >= kind.rank:
        raise not_wider(kind, parent)
