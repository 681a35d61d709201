"""Requests that may be about the same matter: found by their rarest words near the place, then judged one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from linli.domains.matters.hiding import nothing_hidden
from linli.domains.matters.models import Audience, Matter, Text
from linli.domains.matters.seeing import shared_with_all, visible_to
from linli.domains.people.actor import Actor
from linli.domains.places.paths import community_of
from linli.domains.requests.lifecycle.request import REQUEST
from linli.domains.requests.likeness.beginnings import WINDOW, keys_near
from linli.domains.requests.likeness.commonness import Commonness, commonness
from linli.domains.requests.likeness.judging import likeness, likeness_to_title
from linli.domains.requests.likeness.said import Said
from linli.domains.requests.likeness.weighing import Weighed
from linli.kernel.postgres.planning import planned_anew

TITLE_KEYS, OTHER_KEYS = 24, 16
"""Rarest grams asked for at most: of the title, and of what the beginning says besides."""

SHARE = 0.04
"""The part of all requests that the keys of either may point to together: what everybody says is never asked for."""

EACH = 400
"""Requests read for one key at most, should the counting be out of date."""

LOOKED_AT = 400
"""How many of those that share most may drop out because they are too old or not shared, before others are missed."""

CANDIDATES = 40
"""How many of those that share most are judged."""

# The fence of OFFSET 0: for a few rows alone PostgreSQL would read the table from its start instead of the index.
NEAREST = """
SELECT near.matter_id FROM (
  SELECT found.matter_id, sum(key.weight) AS weight
  FROM unnest(%(keys)s::int[], %(weights)s::float8[]) AS key (key, weight)
  CROSS JOIN LATERAL (
    SELECT matter_id FROM (
      SELECT matter_id FROM requests_beginning WHERE keys @> ARRAY[key.key] OFFSET 0) AS begun
    LIMIT %(each)s) AS found
  GROUP BY found.matter_id ORDER BY weight DESC, found.matter_id DESC LIMIT %(looked_at)s) AS near
JOIN matters_matter AS matter ON matter.id = near.matter_id
WHERE matter.path >= %(first)s AND matter.path < %(last)s AND matter.opened_at BETWEEN %(since)s AND %(until)s
  AND (NOT %(shared)s::boolean OR matter.published_at IS NOT NULL AND NOT jsonb_exists(matter.facts, 'hiding'))
ORDER BY near.weight DESC, near.matter_id DESC LIMIT %(most)s
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
    rows = shared_with_all().filter(nothing_hidden(), kind=REQUEST.kind, request__confidential=False)
    return _judged(typed, rows, within, _by_title, likeness_to_title, shared=True)[:most]


def alike_for_staff(matter: Matter, *, by: Actor) -> list[Alike]:
    """Requests near its place and time that the actor may see and that are about the same matter, surest first."""
    rows = visible_to(by, kind=REQUEST.kind).exclude(pk=matter.pk)
    mine = _whole([matter]).get(matter.pk)
    return _judged(mine, rows, matter.path, _whole, likeness, shared=False) if mine else []


def rarest(said: Said, known: Commonness) -> list[int]:
    """The grams asked for: the title's rarest, and the rarest that the beginning adds; one of each at least."""
    return [*_rarest(said.title, known, most=TITLE_KEYS), *_rarest(said.lead - said.title, known, most=OTHER_KEYS)]


def _rarest(grams: frozenset[int], known: Commonness, *, most: int) -> list[int]:
    keys: list[int] = []
    share = 0.0
    for gram in sorted(grams, key=lambda gram: (known.seen.get(gram, 1), gram)):
        share += known.share(gram)
        if keys and (share > SHARE or len(keys) == most):
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
    """The requests that share the heaviest of the rarest grams; one statement, an index of its own."""
    grams, area = rarest(said, known), community_of(place)
    found = [(key, gram) for gram, keys in keys_near(grams, path=place, at=said.at).items() for key in keys]
    given: dict[str, Any] = {
        "keys": [key for key, _ in found],
        "weights": [known.weight(gram) for _, gram in found],
        "each": EACH,
        "looked_at": LOOKED_AT,
        "first": area,
        "last": area[:-1] + "/",
        "since": said.at - WINDOW,
        "until": said.at + WINDOW,
        "shared": shared,
        "most": CANDIDATES,
    }
    with planned_anew(), connection.cursor() as cursor:
        cursor.execute(NEAREST, given)
        return [key for (key,) in cursor.fetchall()]


def _by_title(matters: Iterable[Matter]) -> dict[UUID, Said]:
    return {matter.pk: Said.of_title(matter.title, at=matter.opened_at) for matter in matters}


def _whole(matters: Iterable[Matter]) -> dict[UUID, Said]:
    """Title and opening words; one statement."""
    known = {matter.pk: matter for matter in matters}
    texts = Text.objects.filter(matter__in=known, field="text").exclude(audience=Audience.STAFF)
    bodies: dict[UUID, str] = {}
    for key, body in texts.order_by("at", "pk").values_list("matter", "body"):
        bodies.setdefault(key, body)
    return {key: Said.of(bodies.get(key, ""), title=matter.title, at=matter.opened_at) for key, matter in known.items()}
