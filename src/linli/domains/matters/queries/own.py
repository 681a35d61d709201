"""What is somebody's own: opened by them, for them, or shown by its tracking code."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from linli.domains.matters.engine.refusals import unknown
from linli.domains.matters.models import Matter
from linli.domains.matters.queries.one import WITH
from linli.domains.people.actor import Actor


def get_own(number: str, *, by: Actor) -> Matter:
    """The actor's own matter of that number; NotFound for everyone else, whatever their posts let them read."""
    own = Q(pk=by.tracks) if by.tracks else Q(pk__in=())
    if by.stands_for is not None:
        own |= Q(opener=by.stands_for)
    rows = Matter.objects.filter(own, number=number.strip().upper())
    matter = rows.select_related(*WITH, "parent").defer("place__geometry").first()
    if matter is None:
        raise unknown()
    return matter


def readable_numbers(matters: Iterable[UUID], *, by: Actor) -> dict[UUID, tuple[str, bool]]:
    """Of these, the numbers of those the actor may read as a resident, and whether each is their own; one statement."""
    own = Q(opener=by.stands_for) if by.stands_for is not None else Q(pk__in=())
    rows = Matter.objects.filter(own | Q(published_at__isnull=False), pk__in=set(matters))
    found = rows.values_list("pk", "number", "opener")
    return {pk: (number, opener is not None and opener == by.stands_for) for pk, number, opener in found}
