"""Who may see which matters: every query begins here."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from linli.domains.matters.kinds import kinds
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.places.paths import below


def visible_to(actor: Actor) -> QuerySet[Matter]:
    """Matters the actor may read as a party or as staff; what neighbours may read is `shared_with_all`."""
    if actor.system:
        return Matter.objects.all()
    return Matter.objects.filter(reduce(or_, _doors(actor), Q(pk__in=())))


def _doors(actor: Actor) -> list[Q]:
    doors: list[Q] = []
    if actor.stands_for is not None:
        doors.append(Q(opener=actor.stands_for))
    if actor.tracks is not None:
        doors.append(Q(pk=actor.tracks))
    if actor.organisations:
        doors.append(Q(holder_unit__in=actor.organisations))
    for kind in kinds():
        doors += [Q(kind=kind.life.kind) & below(area) for area in actor.areas(kind.read_right)]
    return doors


def may_see(actor: Actor, matter: Matter) -> bool:
    """The same rule for one matter already in memory."""
    if actor.system or actor.tracks == matter.pk:
        return True
    if actor.stands_for is not None and actor.stands_for == matter.opener_id:
        return True
    if matter.holder_unit_id in actor.organisations:
        return True
    right = next((kind.read_right for kind in kinds() if kind.life.kind == matter.kind), "")
    return actor.may(right, at_place=matter.path)


def shared_with_all() -> QuerySet[Matter]:
    """What any neighbour may read, masked: shared by its opener and published by the desk."""
    return Matter.objects.filter(published_at__isnull=False)
