"""Who may see which matters: every query begins here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from linli.domains.matters.kinds import Kind, kind_of, kinds
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.places.paths import below


def visible_to(actor: Actor, *, kind: str = "") -> QuerySet[Matter]:
    """Matters the actor may read as a party or as staff; what neighbours may read is `shared_with_all`.

    Give the `kind` where only one is asked for: the statement then names no other.
    """
    wanted = [kind_of(kind)] if kind else kinds()
    rows = Matter.objects.filter(kind=kind) if kind else Matter.objects.all()
    return rows if actor.system else rows.filter(reduce(or_, _doors(actor, wanted), Q(pk__in=())))


def areas_of(actor: Actor, kind: str) -> list[Q]:
    """Where the actor may read matters of the kind, whoever holds them; fits every row with a `path`."""
    return [below(area) for area in actor.areas(kind_of(kind).read_right)]


def visible_otherwise(actor: Actor, kind: str) -> QuerySet[Matter] | None:
    """Matters of the kind that the actor may read wherever they lie; None where there can be none."""
    doors = [*_own(actor), *_held(actor, kind_of(kind))]
    return Matter.objects.filter(reduce(or_, doors), kind=kind) if doors else None


def _doors(actor: Actor, wanted: Iterable[Kind]) -> list[Q]:
    doors = _own(actor)
    for kind in wanted:
        doors += _held(actor, kind)
        doors += [Q(kind=kind.life.kind) & area for area in areas_of(actor, kind.life.kind)]
    return doors


def _own(actor: Actor) -> list[Q]:
    doors: list[Q] = []
    if actor.stands_for is not None:
        doors.append(Q(opener=actor.stands_for))
    if actor.tracks is not None:
        doors.append(Q(pk=actor.tracks))
    return doors


def _held(actor: Actor, kind: Kind) -> list[Q]:
    units = actor.units(kind.holder_right)
    return [Q(kind=kind.life.kind, holder_unit__in=units)] if units else []


def may_see(actor: Actor, matter: Matter) -> bool:
    """The same rule for one matter already in memory."""
    if actor.system or actor.tracks == matter.pk:
        return True
    if actor.stands_for is not None and actor.stands_for == matter.opener_id:
        return True
    kind = kind_of(matter.kind)
    held = matter.holder_unit_id in actor.units(kind.holder_right)
    return held or actor.may(kind.read_right, at_place=matter.path)


def may_read(actor: Actor, matter: Matter) -> bool:
    """Whether the actor may read what is said in this matter: whoever sees the whole or any part of it, reads it all.

    What is said in a part that stands apart is read by whoever sees that part. At most one statement, and none for
    whoever sees the matter itself.
    """
    all_of_it = matter.parent or matter
    if may_see(actor, matter) or may_see(actor, all_of_it):
        return True
    if kind_of(matter.kind).apart:
        return False
    return visible_to(actor).filter(parent=all_of_it).exists()


def shared_with_all() -> QuerySet[Matter]:
    """What any neighbour may read, masked: shared by its opener and published by the desk."""
    return Matter.objects.filter(published_at__isnull=False)
