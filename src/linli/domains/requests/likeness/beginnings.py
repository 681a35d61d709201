"""What each request begins with, kept so that the few like it are found among a million without reading the others.

A request's row holds the grams of its title and beginning, each mixed with its community and half-year: one looks for
a gram of this community and these months, and meets no row of any other. Beginnings alone are kept, for what follows
is often courtesy and law; docs/benchmarks/duplicates.md says how many labelled pairs are found by them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zlib import crc32

from django.db import connection

from linli.domains.matters.engine import Act
from linli.domains.matters.models import Matter
from linli.domains.places.paths import community_of
from linli.domains.requests.kinds import REQUESTS
from linli.domains.requests.lifecycle.request import Report
from linli.domains.requests.likeness.said import lead_of
from linli.domains.requests.models import Beginning

WINDOW = timedelta(days=180)
"""How long ago something still is the same matter."""

_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
_SPREAD = 0x9E37_79B1

_INSERT = """INSERT INTO requests_beginning (matter_id, keys)
SELECT matter, keys::int[] FROM unnest(%s::uuid[], %s::text[]) AS begun (matter, keys)
ON CONFLICT (matter_id) DO UPDATE SET keys = excluded.keys"""


def keys_near(grams: Sequence[int], *, path: str, at: datetime) -> dict[int, list[int]]:
    """Under which keys each gram is found in the place's community within half a year of that time."""
    salts = {_salt(path, at + shift) for shift in (-WINDOW, timedelta(0), WINDOW)}
    return {gram: [_mixed(gram, salt) for salt in salts] for gram in grams}


def note(matters: Iterable[Matter], words: Mapping[UUID, str]) -> None:
    """Keeps what these requests begin with, from their masked words; one statement."""
    rows = [(matter.pk, _keys(matter, words.get(matter.pk, ""))) for matter in matters]
    columns = [key for key, _ in rows], ["{" + ",".join(map(str, keys)) + "}" for _, keys in rows]
    with connection.cursor() as cursor:  # in SQL: the ORM takes longer over a hundred numbers than over all else
        cursor.execute(_INSERT, columns)


def forget(person: UUID) -> None:
    """Takes out what a person's requests began with; a second time changes nothing."""
    Beginning.objects.filter(matter__opener=person).delete()


@REQUESTS.after(Report)
def _note_reported(acts: Sequence[Act]) -> None:
    note([act.matter for act in acts], {act.matter.pk: act.said["text"] for act in acts if "text" in act.said})


def _keys(matter: Matter, words: str) -> list[int]:
    salt = _salt(matter.path, matter.opened_at)
    return [_mixed(gram, salt) for gram in lead_of(words, title=matter.title)]


def _salt(path: str, at: datetime) -> int:
    return crc32(f"{community_of(path)}:{(at - _FIRST) // WINDOW}".encode())


def _mixed(gram: int, salt: int) -> int:
    """A 32-bit integer with its sign, as the database keeps it; spread first, for grams stand close together."""
    spread = gram * _SPREAD & 0xFFFF_FFFF
    return ((spread ^ salt) + 0x8000_0000 & 0xFFFF_FFFF) - 0x8000_0000
