"""Search over masked words: candidates by hashed bigrams, then an exact look, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from uuid import UUID

from django.db import connection

from linli.domains.matters.act import Written
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Audience, Matter, SearchRow
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.kernel.text import contains, grams

ADD = """UPDATE matters_searchrow SET grams = (
  SELECT array_agg(DISTINCT gram) FROM unnest(grams || %s::int[]) AS gram) WHERE matter_id = %s"""


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
    """The newest `limit` matters visible to the actor whose words contain `words` exactly (normalised)."""
    by_number = visible_to(by).filter(kind=kind, number__iexact=words.strip())[:1]
    found = list(by_number)
    return found or list(islice(_matching(words, by=by, kind=kind), limit))


def _matching(words: str, *, by: Actor, kind: str) -> Iterator[Matter]:
    wanted = grams(words)
    candidates = (
        visible_to(by)
        .filter(kind=kind, pk__in=SearchRow.objects.filter(grams__contains=wanted).values("pk"))
        .order_by("-opened_at", "-pk")
        .prefetch_related("texts")
    )
    for matter in candidates.iterator(chunk_size=100):
        if any(contains(text.body, words) for text in matter.texts.all() if text.audience != Audience.STAFF):
            yield matter


def _row(one: Written) -> SearchRow:
    matter = one.act.matter
    return SearchRow(matter=matter, path=matter.path, opened_at=matter.opened_at, grams=grams(one.text.body))


def _searched(matter: Matter) -> UUID:
    return matter.parent_id or matter.pk
