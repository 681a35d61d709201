"""Matters by page number or by their own numbers, as machines ask for them: a neighbour's view, or a reader's own."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from linli.domains.matters.hiding import told_by_filter
from linli.domains.matters.models import Matter
from linli.domains.matters.queries.listing import Filters, wanted
from linli.domains.matters.seeing import shared_with_all, visible_to
from linli.domains.people.actor import Actor
from linli.kernel.postgres.planning import planned_anew


def list_span(
    filters: Filters, *, by: Actor | None, page: int, size: int, categories: Collection[str] = ()
) -> list[Matter]:
    """The `page`-th (from 1) of the matters wanted, newest first; what neighbours may read where nobody asks by name.

    Costs more with every page before it: keep `page * size` and the time between `since` and `until` within bounds.
    """
    rows = _readable(by, filters.kind).filter(wanted(filters))
    if by is None:
        rows = rows.filter(told_by_filter(area=filters.area, category=filters.category or next(iter(categories), "")))
    if categories:
        rows = rows.filter(category__in=categories)
    with planned_anew():
        return list(rows.order_by("-opened_at", "-pk")[(page - 1) * size : page * size])


def list_numbered(numbers: Collection[str], *, by: Actor | None, kind: str) -> list[Matter]:
    """Those of these numbers that may be read, newest first; the others are passed over. One statement."""
    rows = _readable(by, kind).filter(number__in={number.strip().upper() for number in numbers})
    return list(rows.order_by("-opened_at", "-pk"))


def _readable(by: Actor | None, kind: str) -> QuerySet[Matter]:
    rows = shared_with_all().filter(kind=kind) if by is None else visible_to(by, kind=kind)
    return rows.select_related("holder_unit")
