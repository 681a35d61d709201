"""Search over masked words: candidates by their bigrams, then an exact look, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from linli.domains.matters.act import Written
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Audience, Matter, SearchRow, Text
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.kernel.text import contains, grams, needle_grams

ADD = """UPDATE matters_searchrow SET grams = (
  SELECT array_agg(DISTINCT gram) FROM unnest(grams || %s::int[]) AS gram) WHERE matter_id = %s"""
FIRST = 2
"""Candidates looked at first, in pages: nearly all contain the words, so that the rest is seldom asked for."""


def index(written: Sequence[Written]) -> None:
    """Makes what was just written findable; words for staff alone are not indexed."""
    opened = [one for one in written if one.act.source is None and kind_of(one.act.matter.kind).searchable]
    if opened:
        SearchRow.objects.bulk_create([_row(one) for one in opened])
    later = [one for one in written if one.act.source is not None and one.text.audience != Audience.STAFF]
    if later:
        with connection.cursor() as cursor:
            cursor.executemany(ADD, [(grams(one.text.body), _searched(one.act.matter)) for one in later])


def search(words: str, *, by: Actor, kind: str, limit: int = 50) -> list[Matter]:
    """The newest `limit` matters visible to the actor in which one text, their own or a part's, contains `words`.

    Exact after normalising. `Invalid` for one character. At most five statements, however much is found.
    """
    wanted = needle_grams(words)
    seen = visible_to(by).filter(kind=kind)
    newest = seen.order_by("-opened_at", "-pk").select_related("holder_unit", "place").defer("place__geometry")
    if by_number := list(newest.filter(number__iexact=words.strip())[:1]):
        return by_number
    found = list(islice(_matching(_candidates(seen, wanted), words, limit * FIRST), limit))
    return list(newest.filter(pk__in=found)) if found else []


def _candidates(seen: QuerySet[Matter], wanted: list[int]) -> Iterator[UUID]:
    """Matters with every bigram of the words, newest first."""
    rows = SearchRow.objects.filter(grams__contains=wanted).values("pk")
    newest = seen.filter(pk__in=rows).order_by("-opened_at", "-pk")
    return newest.values_list("pk", flat=True).iterator(chunk_size=100)


def _matching(candidates: Iterator[UUID], words: str, first: int) -> Iterator[UUID]:
    """Those whose bigrams stand together in one text: the first of them apart, then all the rest at once."""
    for some in (list(islice(candidates, first)), candidates):
        asked = list(some)
        fit = _containing(asked, words) if asked else set()
        yield from (matter for matter in asked if matter in fit)


def _containing(matters: Sequence[UUID], words: str) -> set[UUID]:
    """The matters one of whose texts, or of their parts' texts, contains the words; one statement."""
    parts = Matter.objects.filter(Q(pk__in=matters) | Q(parent__in=matters)).values("pk")
    texts = Text.objects.filter(matter__in=parts, hidden_at=None).exclude(audience=Audience.STAFF)
    said = texts.values_list(Coalesce("matter__parent_id", "matter_id"), "body")
    return {matter for matter, body in said if contains(body, words)}


def _row(one: Written) -> SearchRow:
    matter = one.act.matter
    return SearchRow(matter=matter, path=matter.path, opened_at=matter.opened_at, grams=grams(one.text.body))


def _searched(matter: Matter) -> UUID:
    return matter.parent_id or matter.pk
