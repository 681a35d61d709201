"""Search over masked words: candidates by their bigrams, then an exact look, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import islice
from operator import or_
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Audience, Matter, SearchRow, Text
from linli.domains.matters.seeing import areas_of, visible_otherwise, visible_to
from linli.domains.people.actor import Actor
from linli.kernel.postgres.planning import planned_anew
from linli.kernel.text import Needle, is_pair, needle_grams

SPARE = 10
"""Candidates looked at first beyond what is wanted: nearly all contain the words, so the rest is seldom asked for."""

GROWTH = 4

MANY = 2_000
"""Candidates asked for together once the first did not do."""

RECENT = 2
"""Fortnights looked through first: what is written every day is found there, what is not is rare enough to read all."""

LONG = 26
"""From so many fortnights on, all are looked through."""


def search(words: str, *, by: Actor, kind: str, limit: int = 50) -> list[Matter]:
    """The newest `limit` matters visible to the actor in which one text, their own or a part's, contains `words`.

    Exact after normalising. `Invalid` for one character. A part is found with its whole. However many
    there are: one to three statements look for them, and two more at most each time they only looked alike.
    """
    wanted = needle_grams(words)
    seen = visible_to(by, kind=kind).order_by("-opened_at", "-pk")
    if words.isascii() and (numbered := list(seen.filter(number=words.strip().upper()))):
        return numbered
    found = _matching(_rows(wanted, by=by, kind=kind), words, limit)
    wholes = Q(pk__in=found) if kind_of(kind).searchable else Q(parent__in=found)
    return list(seen.filter(wholes)[:limit]) if found else []


def _rows(wanted: list[int], *, by: Actor, kind: str) -> list[QuerySet[SearchRow]]:
    """The rows with every bigram, newest first: those of the actor's areas, and what they see for other reasons.

    By fortnight first, which changes no order and keeps the database from reading row after row by time: it takes
    every word for one in two hundred.
    """
    rows = SearchRow.objects.filter(grams__contains=wanted).order_by("-fortnight", "-opened_at", "-pk")
    if by.system:
        return [rows]
    areas = reduce(or_, areas_of(by, kind), Q(pk__in=()))
    outside = _outside(areas, by=by, kind=kind)
    return [rows.filter(areas), *([rows.exclude(areas).filter(matter__in=outside)] if outside is not None else [])]


def _outside(areas: Q, *, by: Actor, kind: str) -> QuerySet[Matter] | None:
    """What the actor may read beyond their areas; None where there is nothing.

    Asked first, for a search that looks for what nobody has there meets every row with the words before it knows.
    """
    others = visible_otherwise(by, kind)
    if others is None:
        return None
    beyond = others.exclude(areas)
    with planned_anew():
        found = beyond.exists()
    return beyond.values("pk" if kind_of(kind).searchable else "parent") if found else None


def _matching(rows: Sequence[QuerySet[SearchRow]], words: str, limit: int) -> list[UUID]:
    """The newest whose bigrams stand together in one text; as many are looked at as the last ones promise to need."""
    candidates, needle = _candidates(rows, limit + SPARE), Needle(words)
    found: list[UUID] = []
    looked = 0
    while len(found) < limit and (page := list(islice(candidates, _page(limit, found=len(found), looked=looked)))):
        fit = set(page) if is_pair(words) else _containing(page, needle)
        found += [matter for matter in page if matter in fit]
        looked += len(page)
    return found[:limit]


def _page(limit: int, *, found: int, looked: int) -> int:
    """How many to look at next: the missing ones at the rate so far and a fourth more, and no leap on little ground."""
    if not looked:
        return limit + SPARE
    likely = (limit - found) * looked * 5 // (4 * max(found, 1))
    return min(max(likely, SPARE), looked * GROWTH)


def _candidates(rows: Sequence[QuerySet[SearchRow]], first: int) -> Iterator[UUID]:
    """The rows' matters, newest first, of ever longer times; few are asked for at first, then many at once."""
    newest = SearchRow.objects.order_by("-opened_at", "-pk").values_list("fortnight", flat=True).first()
    span: int | None = RECENT
    start, size = 0, first
    while newest:
        found = _newest([_lately(some, newest[0], span) for some in rows], start, start + size)
        yield from found
        start += len(found)
        if len(found) == size:
            size = max(size * GROWTH, MANY)
        elif span is None:
            return
        else:
            span = _longer(span, found=start, wanted=start + size)


def _lately(rows: QuerySet[SearchRow], newest: int, span: int | None) -> QuerySet[SearchRow]:
    """The rows of the newest `span` fortnights; of all times for None."""
    return rows if span is None else rows.filter(fortnight__overlap=list(range(newest - span + 1, newest + 1)))


def _longer(span: int, *, found: int, wanted: int) -> int | None:
    """The fortnights that should hold twice as many as wanted, going by those so far; None for all there are."""
    longer = 2 * span * wanted // found if found else LONG
    return longer if longer < LONG else None


def _newest(rows: Sequence[QuerySet[SearchRow]], start: int, end: int) -> list[UUID]:
    with planned_anew():
        found = [key for some in rows for key in some.values_list("opened_at", "pk")[:end]]
    return [matter for _, matter in sorted(found, reverse=True)[start:end]]


def _containing(matters: Sequence[UUID], needle: Needle) -> set[UUID]:
    """The matters one of whose texts, or of their parts' texts, contains the words; one statement."""
    parts = Matter.objects.filter(Q(pk__in=matters) | Q(parent__in=matters)).values("pk")
    texts = Text.objects.filter(matter__in=parts).exclude(audience=Audience.STAFF)
    said = texts.values_list(Coalesce("matter__parent_id", "matter_id"), "body")
    return {matter for matter, body in said if needle.stands_in(body)}
