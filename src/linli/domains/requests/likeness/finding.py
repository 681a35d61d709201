"""Requests that may be about the same matter: found by their rarest words near the place, then judged one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from linli.domains.matters.models import Audience, Matter, Text
from linli.domains.matters.seeing import shared_with_all, visible_to
from linli.domains.people.actor import Actor
from linli.domains.places.paths import community_of
from linli.domains.requests.lifecycle.request import REQUEST
from linli.domains.requests.likeness.commonness import Commonness, commonness
from linli.domains.requests.likeness.judging import likeness, likeness_to_title
from linli.domains.requests.likeness.said import Said
from linli.domains.requests.likeness.weighing import Weighed

WINDOW = timedelta(days=180)
"""How long ago something still is the same matter."""

KEYS = 40
"""Rarest grams asked for at most."""

BUDGET = 8_000
"""Rows that all keys together may point to: rarer keys first, so that a word everybody uses is never asked for."""

EACH = 2_000
"""Rows read for one key at most."""

CANDIDATES = 24
"""How many of those that share most are judged."""

NEAREST = """
SELECT found.matter_id
FROM unnest(%(grams)s::int[], %(weights)s::float8[]) AS key (gram, weight)
CROSS JOIN LATERAL (
  SELECT matter_id FROM matters_searchrow AS said
  WHERE grams @> ARRAY[key.gram] AND path >= %(first)s AND path < %(last)s
    AND opened_at BETWEEN %(since)s AND %(until)s
    AND (NOT %(shared)s::boolean OR EXISTS (
      SELECT FROM matters_matter AS matter WHERE matter.id = said.matter_id AND matter.published_at IS NOT NULL))
  LIMIT %(each)s) AS found
GROUP BY found.matter_id ORDER BY sum(key.weight) DESC, found.matter_id DESC LIMIT %(most)s
"""


@dataclass(frozen=True)
class Alike:
    """A request, and how surely it is about the same matter; the more, the surer."""

    matter: Matter
    score: float


def alike_for_neighbours(text: str, *, within: str, at: datetime, most: int = 3) -> list[Alike]:
    """Shared requests of the place's community that what is typed may be about, surest first.

    Typed words meet masked titles alone, which every neighbour may read. Nothing private, hidden, withdrawn,
    confidential or of another community is compared at all. Four statements, two more once an hour.
    """
    typed = Said.of(text, at=at)
    rows = shared_with_all().filter(kind=REQUEST.kind, request__confidential=False)
    rows = rows.exclude(texts__hidden_at__isnull=False)
    return _judged(typed, rows, within, _by_title, likeness_to_title, shared=True)[:most]


def alike_for_staff(matter: Matter, *, by: Actor, most: int = 10) -> list[Alike]:
    """Requests near its place and time that the actor may see and that are about the same matter, surest first."""
    rows = visible_to(by, kind=REQUEST.kind).exclude(pk=matter.pk)
    mine = _whole([matter]).get(matter.pk)
    return _judged(mine, rows, matter.path, _whole, likeness, shared=False)[:most] if mine else []


def rarest(said: Said, known: Commonness) -> list[int]:
    """The grams asked for: rarest first, as many as the budget allows, one at least."""
    keys: list[int] = []
    rows = 0.0
    for gram in sorted(said.whole, key=lambda gram: (known.seen.get(gram, 1), gram)):
        rows += known.rows(gram)
        if keys and (rows > BUDGET or len(keys) == KEYS):
            break
        keys.append(gram)
    return keys


def _judged(
    said: Said,
    rows: QuerySet[Matter],
    place: str,
    read: Callable[[Iterable[Matter]], dict[UUID, Said]],
    judge: Callable[[Weighed, Weighed], float],
    *,
    shared: bool,
) -> list[Alike]:
    if not said.enough:
        return []
    known = commonness()
    near = _nearest(said, known, place=place, shared=shared)
    found = {matter.pk: matter for matter in rows.filter(pk__in=near).select_related("place").defer("place__geometry")}
    others, mine = read(found.values()), Weighed.of(said, known)
    scored = [Alike(found[key], judge(mine, Weighed.of(other, known))) for key, other in others.items()]
    return sorted((one for one in scored if one.score > 0), key=lambda one: -one.score)


def _nearest(said: Said, known: Commonness, *, place: str, shared: bool) -> Sequence[UUID]:
    """The requests that share the heaviest of the rarest grams; one statement, the index of search."""
    keys, area = rarest(said, known), community_of(place)
    given: dict[str, Any] = {
        "grams": keys,
        "weights": [known.weight(key) for key in keys],
        "first": area,
        "last": area[:-1] + "/",
        "since": said.at - WINDOW,
        "until": said.at + WINDOW,
        "shared": shared,
        "each": EACH,
        "most": CANDIDATES,
    }
    with connection.cursor() as cursor:
        cursor.execute(NEAREST, given)
        return [key for (key,) in cursor.fetchall()]


def _by_title(matters: Iterable[Matter]) -> dict[UUID, Said]:
    return {matter.pk: Said.of_title(matter.title, at=matter.opened_at) for matter in matters}


def _whole(matters: Iterable[Matter]) -> dict[UUID, Said]:
    """Title and opening words, as far as they are not hidden; one statement."""
    known = {matter.pk: matter for matter in matters}
    texts = Text.objects.filter(matter__in=known, field="text", hidden_at=None).exclude(audience=Audience.STAFF)
    bodies: dict[UUID, str] = {}
    for key, body in texts.order_by("at", "pk").values_list("matter", "body"):
        bodies.setdefault(key, body)
    return {key: Said.of(bodies.get(key, ""), title=matter.title, at=matter.opened_at) for key, matter in known.items()}
