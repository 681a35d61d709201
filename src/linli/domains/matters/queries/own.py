"""What is somebody's own: opened by them, for them, or shown by its tracking code."""

from __future__ import annotations

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
    rows = Matter.objects.filter(own, number=number.strip().upper(), parent=None)
    matter = rows.select_related(*WITH).defer("place__geometry").first()
    if matter is None:
        raise unknown()
    return matter
