"""Lists of matters: filtered, newest first, paged by key so that page three thousand costs what page one does."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.domains.matters.hiding import told_by_filter
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Matter
from linli.domains.matters.seeing import shared_with_all, visible_to
from linli.domains.people.actor import Actor
from linli.domains.places.paths import below
from linli.kernel.postgres.planning import planned_anew
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

PAGE = 50
"""Rows of a page."""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What to list; empty means all."""

    kind: str = "request"
    states: tuple[str, ...] = ()
    category: str = ""
    area: str = ""
    since: datetime | None = None
    until: datetime | None = None
    open_only: bool = False
    overdue_at: datetime | None = None
    mine: bool = False
    unit: UUID | None = None
    held_by: UUID | None = None


@dataclass(frozen=True)
class Page:
    """One page and the keys of its neighbours; empty where there is none."""

    rows: Sequence[Matter]
    older: str
    newer: str


def list_matters(filters: Filters, *, by: Actor, after: str = "", before: str = "", size: int = PAGE) -> Page:
    """Matters visible to the actor, newest first; `after` is a page's `older` key, `before` its `newer` one."""
    rows = visible_to(by, kind=filters.kind).filter(wanted(filters))
    if filters.mine:
        rows = rows.filter(opener=by.stands_for)
    return _page_before(rows, before, size) if before else _page(rows, "opened_at", after, size)


def list_shared(filters: Filters, *, after: str = "", size: int = PAGE) -> Page:
    """What neighbours may read, the newest first; show the masked title, state and place alone."""
    told = told_by_filter(area=filters.area, category=filters.category)
    shown = shared_with_all().filter(Q(kind=filters.kind), wanted(replace(filters, mine=False)), told)
    return _page(shown, "published_at", after, size)


def wanted(filters: Filters) -> Q:
    """The rows that the filters leave; `mine` needs to know who asks and is the caller's to add."""
    rows = _in_states(filters)
    if filters.category:
        exact = "." in filters.category
        rows &= Q(category=filters.category) if exact else Q(category__startswith=f"{filters.category}.")
    if filters.area:
        rows &= below(filters.area)
    if filters.since:
        rows &= Q(opened_at__gte=filters.since)
    if filters.until:
        rows &= Q(opened_at__lt=filters.until)
    if filters.open_only:
        rows &= Q(closed_at__isnull=True)
    if filters.overdue_at:
        rows &= Q(due_at__lt=filters.overdue_at, closed_at__isnull=True)
    if filters.unit:
        rows &= Q(holder_unit=filters.unit)
    if filters.held_by:
        rows &= Q(holder=filters.held_by)
    return rows


def _in_states(filters: Filters) -> Q:
    """The states asked for, else all but those that stand in no list."""
    if filters.states:
        return Q(state__in=filters.states)
    unlisted = [state.code for state in kind_of(filters.kind).life.states if not state.listed]
    return ~Q(state__in=unlisted) if unlisted else Q()


def _page(rows: QuerySet[Matter], moment: str, after: str, size: int) -> Page:
    if after:
        at, key = _read_key(after)
        rows = rows.filter(Q(**{f"{moment}__lt": at}) | Q(**{moment: at, "pk__lt": key}), **{f"{moment}__lte": at})
    with planned_anew():
        found = list(rows.order_by(f"-{moment}", "-pk")[: size + 1])
    shown = found[:size]
    older = _key(getattr(shown[-1], moment), shown[-1].pk) if len(found) > size else ""
    newer = _key(getattr(shown[0], moment), shown[0].pk) if after and shown else ""
    return Page(shown, older, newer)


def _page_before(rows: QuerySet[Matter], before: str, size: int) -> Page:
    at, key = _read_key(before)
    newer = rows.filter(Q(opened_at__gt=at) | Q(opened_at=at, pk__gt=key), opened_at__gte=at)
    with planned_anew():
        found = list(newer.order_by("opened_at", "pk")[: size + 1])
    shown = found[:size][::-1]
    if not shown:
        return Page([], "", "")
    more = _key(shown[0].opened_at, shown[0].pk) if len(found) > size else ""
    return Page(shown, _key(shown[-1].opened_at, shown[-1].pk), more)


def _key(at: datetime, pk: UUID) -> str:
    return urlsafe_b64encode(f"{at.isoformat()}|{pk}".encode()).decode()


def _read_key(key: str) -> tuple[datetime, UUID]:
    try:
        at, _, pk = urlsafe_b64decode(key.encode()).decode().partition("|")
        return datetime.fromisoformat(at), UUID(pk)
    except ValueError as error:
        raise Invalid(
            say("This page key is not ours. Start from the first page.", "翻页参数不对，请从第一页开始。")
        ) from error
