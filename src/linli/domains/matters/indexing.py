"""What was written becomes findable: one narrow row of bigrams a matter, its parts' words among them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from linli.domains.matters.act import Written
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Audience, Matter, SearchRow
from linli.domains.matters.models.search import GRAMS
from linli.kernel.text import grams

INSERT = """INSERT INTO matters_searchrow (matter_id, path, opened_at, grams)
SELECT matter, path, opened_at, grams::int[]
FROM unnest(%s::uuid[], %s::text[], %s::timestamptz[], %s::text[]) AS opened (matter, path, opened_at, grams)"""

ADD = """UPDATE matters_searchrow SET grams = (
  SELECT array_agg(DISTINCT gram) FROM unnest(grams || %s::int[]) AS gram) WHERE matter_id = %s"""


def index(written: Sequence[Written]) -> None:
    """Makes what was just written findable; words for staff alone are not indexed.

    What a reader may no longer read leaves the row with it: search of two characters trusts the row alone.
    """
    opened = [one for one in written if one.act.source is None and kind_of(one.act.matter.kind).searchable]
    if opened:
        _insert(opened)
    later = [one for one in written if one.act.source is not None and one.text.audience != Audience.STAFF]
    if later:
        with connection.cursor() as cursor:
            cursor.executemany(ADD, [(grams(one.text.body), _searched(one.act.matter)) for one in later])


def take_out(matters: Sequence[UUID]) -> None:
    """Makes matters unfindable by their words; they stand where they stood, under their numbers."""
    SearchRow.objects.filter(matter__in=matters).delete()


def put_in_order() -> None:
    """Puts what was lately added where searches find it cheaply, so that no act has to stop for it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [GRAMS])


def _insert(opened: Sequence[Written]) -> None:
    """One statement; the grams as text, for the ORM spends most of filing on hundreds of numbers a row."""
    matters = [one.act.matter for one in opened]
    columns = (
        [matter.pk for matter in matters],
        [matter.path for matter in matters],
        [matter.opened_at for matter in matters],
        ["{" + ",".join(map(str, grams(one.text.body))) + "}" for one in opened],
    )
    with connection.cursor() as cursor:
        cursor.execute(INSERT, columns)


def _searched(matter: Matter) -> UUID:
    return matter.parent_id or matter.pk
