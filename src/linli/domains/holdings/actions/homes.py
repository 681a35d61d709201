"""Registering homes and saying how they are used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.domains.holdings.models import Home
from linli.domains.holdings.refusals import no_such_home, registered_already
from linli.domains.holdings.rights import KEEP
from linli.domains.holdings.vocabulary import HomeUse
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.kernel.refusal import Invalid
from linli.kernel.words import say


@dataclass(frozen=True, slots=True)
class NewHome:
    """A place of kind home to be registered; `area_m2` in square metres, None where not known."""

    place: UUID
    use: HomeUse = HomeUse.UNKNOWN
    area_m2: Decimal | None = None


@transaction.atomic
def register_homes(*, homes: Sequence[NewHome], by: Actor, at: datetime) -> list[UUID]:
    """Registers homes, in the order given; two statements however many."""
    _require_homes((home.place for home in homes), by)
    rows = [
        Home(place_id=home.place, use=home.use.value, area_m2=_clean_area(home.area_m2), registered_at=at)
        for home in homes
    ]
    try:
        with transaction.atomic():
            Home.objects.bulk_create(rows, batch_size=5000)
    except IntegrityError:
        raise registered_already() from None
    return [row.pk for row in rows]


@transaction.atomic
def describe_home(*, home: UUID, use: HomeUse, area_m2: Decimal | None = None, by: Actor, at: datetime) -> None:
    """Says how a home is used now, and how large it is."""
    found = Home.objects.select_related("place").filter(pk=home).first()
    if found is None:
        raise no_such_home()
    require(by, KEEP, at_place=found.place.path)
    found.use, found.area_m2 = use.value, _clean_area(area_m2)
    found.save(update_fields=["use", "area_m2"])


def _require_homes(places: Iterable[UUID], by: Actor) -> None:
    """Refuses what is no home in use, or lies where the actor does not keep the ledger."""
    wanted = set(places)
    found = Place.objects.filter(pk__in=wanted, kind=PlaceKind.HOME.value, active_until=None)
    paths = dict(found.values_list("pk", "path"))
    if wanted - paths.keys():
        raise no_such_home()
    for path in paths.values():
        require(by, KEEP, at_place=path)


def _clean_area(area: Decimal | None) -> Decimal | None:
    if area is None or (area.is_finite() and Decimal(0) < area < Decimal(1_000_000)):
        return area
    sentence = say(
        "An area is a number of square metres above 0. Correct it, or leave it empty.",
        "面积须为大于 0 的平方米数，请修改，或留空。",
    )
    raise Invalid(sentence, fields={"area_m2": sentence})
