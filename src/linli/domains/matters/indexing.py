"""What was written becomes findable: one narrow row of bigrams a matter, its parts' words among them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from linli.domains.matters.act import Written
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Audience, Matter, SearchRow
from linli.kernel.text import grams

ADD = """UPDATE matters_searchrow SET grams = (
  SELECT array_agg(DISTINCT gram) FROM unnest(grams || %s::int[]) AS gram) WHERE matter_id = %s"""


def index(written: Sequence[Written]) -> None:
    """Makes what was just written findable; words for staff alone are not indexed.

    What a reader may no longer read leaves the row with it: search of two characters trusts the row alone.
    """
    opened = [one for one in written if one.act.source is None and kind_of(one.act.matter.kind).searchable]
    if opened:
        SearchRow.objects.bulk_create([_row(one) for one in opened])
    later = [one for one in written if one.act.source is not None and one.text.audience != Audience.STAFF]
    if later:
        with connection.cursor() as cursor:
            cursor.executemany(ADD, [(grams(one.text.body), _searched(one.act.matter)) for one in later])


def _row(one: Written) -> SearchRow:
    matter = one.act.matter
    return SearchRow(matter=matter, path=matter.path, opened_at=matter.opened_at, grams=grams(one.text.body))


def _searched(matter: Matter) -> UUID:
    return matter.parent_id or matter.pk
