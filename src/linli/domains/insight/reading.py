"""What a digest is made of: a week's requests as the record told them up to an entry, and counts of the weeks compared.

State, category and community are those of the last public act that the record held by then, not of the row today: the
same can be read again at any later time, and by anyone from the public record alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.timezone import get_default_timezone_name

from linli.domains.insight.weeks import Week
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle.exclusion import Exclude
from linli.domains.requests.states import UNDONE

_KNOWN = """
WITH known AS MATERIALIZED (
  SELECT log.id, told.size FROM record_log log
  JOIN unnest(%(logs)s::text[], %(sizes)s::bigint[]) AS told (name, size) USING (name))
"""
_TOLD = """
SELECT m.id, m.number, m.opened_at, m.path, m.title, m.opener_id, r.channel, told.target, told.body
FROM matters_matter m JOIN requests_request r ON r.matter_id = m.id
CROSS JOIN LATERAL (
  SELECT e.target, convert_from(n.body, 'UTF8')::jsonb -> 'body' AS body
  FROM matters_event e JOIN record_entry n ON n.id = e.entry JOIN known ON known.id = n.log_id
  WHERE e.matter_id = m.id AND n.log_number < known.size ORDER BY e.version DESC LIMIT 1) told
WHERE m.kind = %(kind)s AND told.target <> %(undone)s AND m.opened_at >= %(since)s AND m.opened_at < %(until)s
"""
_ROWS = f"""{_KNOWN}
SELECT t.id, t.number, t.target, t.body ->> 'category', t.body ->> 'community', t.title, t.opener_id, t.opened_at,
  EXISTS (SELECT 1 FROM matters_event e JOIN record_entry n ON n.id = e.entry JOIN known ON known.id = n.log_id
    WHERE e.matter_id = t.id AND e.verb = %(left_out)s AND n.log_number < known.size)
FROM ({_TOLD}) t ORDER BY t.opened_at, t.number
"""  # noqa: S608 - of our own words alone
_BUILDING = r"coalesce(substring(t.path from '^(?:.*\.)?b[0-9a-z]+\.'), t.body ->> 'community')"
_COUNTS = f"""{_KNOWN}
SELECT date_trunc('week', t.opened_at AT TIME ZONE %(zone)s)::date, t.body ->> 'community', t.body ->> 'category',
  {_BUILDING}, t.channel, count(*)
FROM ({_TOLD}) t GROUP BY GROUPING SETS ((1, 2, 3), (2, 4, 5)) ORDER BY 1, 2, 3, 4, 5
"""  # noqa: S608 - as above
_LOGS = """
SELECT log.name, log.prefix, last.log_number + 1, encode(last.digest, 'hex') FROM record_log log
CROSS JOIN LATERAL (
  SELECT log_number, digest FROM record_entry WHERE log_id = log.id AND log_number IS NOT NULL
  ORDER BY log_number DESC LIMIT 1) last
ORDER BY length(log.prefix), log.name
"""


AsOf = Mapping[str, int]
"""How many entries each log had, by its name."""


@dataclass(frozen=True)
class Row:
    """One request of the week. What is not in the record (`id`, `title`, `opener`) is for the grouping alone."""

    id: UUID
    number: str
    state: str
    category: str
    community: str
    title: str
    opener: UUID | None
    at: Any
    left_out: bool


@dataclass(frozen=True)
class Earlier:
    """How many were received: by week, community and category; and by community, building and channel."""

    by_category: Mapping[tuple[date, str, str], int]
    by_door: Mapping[tuple[str, str, str], int]


@dataclass(frozen=True)
class Log:
    """How many entries a log of the record has in order by now, and the digest of the last: nobody can choose it."""

    name: str
    prefix: str
    size: int
    last: str


def logs() -> Sequence[Log]:
    """Those that hold anything, the widest first; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_LOGS)
        return [Log(*found) for found in cursor.fetchall()]


def logs_of(place: str, known: Sequence[Log]) -> Sequence[Log]:
    """Those that may hold what is told of a place: what lies above it, its own, and those below."""
    return [log for log in known if place.startswith(log.prefix) or log.prefix.startswith(place)]


def rows(week: Week, *, as_of: AsOf) -> Sequence[Row]:
    """The week's requests everywhere, by the time they came; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, _given(week, week, as_of) | {"left_out": Exclude.verb()})
        return [Row(*found) for found in cursor.fetchall()]


def counts(first: Week, last: Week, *, as_of: AsOf) -> Earlier:
    """What was received from the first to the last of these weeks, both counted; one statement."""
    by_category: dict[tuple[date, str, str], int] = {}
    by_door: dict[tuple[str, str, str], int] = defaultdict(int)
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, _given(first, last, as_of) | {"zone": get_default_timezone_name()})
        for monday, community, category, building, channel, count in cursor.fetchall():
            if monday is not None:
                by_category[monday, community, category] = count
            else:
                by_door[community, building, channel] += count
    return Earlier(by_category, dict(by_door))


def _given(first: Week, last: Week, as_of: AsOf) -> dict[str, Any]:
    return {
        "kind": REQUEST.kind,
        "undone": UNDONE.code,
        "since": first.since,
        "until": last.until,
        "logs": list(as_of),
        "sizes": list(as_of.values()),
    }
