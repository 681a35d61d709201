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
from linli.kernel.text import contains, is_pair, needle_grams

SPARE = 10
"""Candidates looked at first beyond what is wanted: nearly all contain the words, so the rest is seldom asked for."""

GROWTH = 4


def search(words: str, *, by: Actor, kind: str, limit: int = 50) -> list[Matter]:
    """The newest `limit` matters visible to the actor in which one text, their own or a part's, contains `words`.

    Exact after normalising. `Invalid` for one character. A part is found with its whole. As many statements for much
    as for little; two more each time the candidates looked at grow fourfold because they only looked alike.
    """
    wanted = needle_grams(words)
    seen = visible_to(by, kind=kind).order_by("-opened_at", "-pk")
    if words.isascii() and (numbered := list(seen.filter(number=words.strip().upper()))):
        return numbered
    found = list(islice(_matching(_rows(wanted, by=by, kind=kind), words, limit + SPARE), limit))
    wholes = Q(pk__in=found) if kind_of(kind).searchable else Q(parent__in=found)
    return list(seen.filter(wholes)[:limit]) if found else []


def _rows(wanted: list[int], *, by: Actor, kind: str) -> list[QuerySet[SearchRow]]:
    """The rows with every bigram, newest first: those of the actor's areas, and what they see for other reasons."""
    rows = SearchRow.objects.filter(grams__contains=wanted).order_by("-opened_at", "-pk")
    if by.system:
        return [rows]
    areas = reduce(or_, areas_of(by, kind), Q(pk__in=()))
    whole = "pk" if kind_of(kind).searchable else "parent"
    others = visible_otherwise(by, kind)
    return [rows.filter(areas), *([rows.exclude(areas).filter(matter__in=others.values(whole))] if others else [])]


def _matching(rows: Sequence[QuerySet[SearchRow]], words: str, first: int) -> Iterator[UUID]:
    """Those whose bigrams stand together in one text; looked at in pages that grow, until enough are found."""
    start, size = 0, first
    while asked := _newest(rows, start, start + size):
        fit = set(asked) if is_pair(words) else _containing(asked, words)
        yield from (matter for matter in asked if matter in fit)
        if len(asked) < size:
            return
        start, size = start + size, size * GROWTH


def _newest(rows: Sequence[QuerySet[SearchRow]], start: int, end: int) -> list[UUID]:
    with planned_anew():
        found = [key for some in rows for key in some.values_list("opened_at", "pk")[:end]]
    return [matter for _, matter in sorted(found, reverse=True)[start:end]]


def _containing(matters: Sequence[UUID], words: str) -> set[UUID]:
    """The matters one of whose texts, or of their parts' texts, contains the words; one statement."""
    parts = Matter.objects.filter(Q(pk__in=matters) | Q(parent__in=matters)).values("pk")
    texts = Text.objects.filter(matter__in=parts, hidden_at=None).exclude(audience=Audience.STAFF)
    said: dict[UUID, list[str]] = {}
    for matter, body in texts.values_list(Coalesce("matter__parent_id", "matter_id"), "body"):
        said.setdefault(matter, []).append(body)
    return {matter for matter, bodies in said.items() if _contain(bodies, words)}


def _contain(bodies: Sequence[str], words: str) -> bool:
    """As written, which is nearly always enough, or as normalised."""
    return any(words in body for body in bodies) or any(contains(body, words) for body in bodies)
