"""One matter, for someone who may see it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import F, QuerySet

from linli.domains.matters.engine.refusals import unknown
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Matter
from linli.domains.matters.seeing import shared_with_all, visible_to
from linli.domains.matters.tracking import tracking_index
from linli.domains.people.actor import Actor

WITH = ("place", "holder", "holder_unit")


def get(matter: UUID, *, by: Actor) -> Matter:
    """The matter; NotFound where the actor may not see it."""
    return _only(visible_to(by).filter(pk=matter))


def get_many(matters: Collection[UUID], *, by: Actor) -> list[Matter]:
    """Those of the matters that the actor may see, due first; one statement."""
    rows = visible_to(by).filter(pk__in=matters).select_related(*WITH).defer("place__geometry")
    return list(rows.order_by(F("due_at").asc(nulls_last=True), "opened_at", "pk"))


def get_by_number(number: str, *, by: Actor) -> Matter:
    """The matter of that public number; NotFound where the actor may not see it."""
    return _only(visible_to(by).filter(number=number.strip().upper()))


def get_shared(number: str) -> Matter:
    """A matter shared with neighbours; show its masked words and state, nothing else."""
    return _only(shared_with_all().filter(number=number.strip().upper()))


def get_tracked(code: str) -> Matter:
    """The matter that a tracking code opens."""
    return _only(Matter.objects.filter(tracking=tracking_index(code)))


def get_whole(number: str, *, by: Actor) -> tuple[Matter, Matter]:
    """The matter of that number, and the one it is part of, or itself: whoever answers a part reads the whole.

    A part that stands apart is all that its holder reads, unless they may see the whole otherwise.
    """
    entered = get_by_number(number, by=by)
    if entered.parent_id is None:
        return entered, entered
    if kind_of(entered.kind).apart and not visible_to(by).filter(pk=entered.parent_id).exists():
        return entered, entered
    return entered, _only(Matter.objects.filter(pk=entered.parent_id))


def _only(rows: QuerySet[Matter]) -> Matter:
    matter = rows.select_related(*WITH).defer("place__geometry").first()
    if matter is None:
        raise unknown()
    return matter
