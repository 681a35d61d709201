"""One statement over all the requests asked for, counted as a whole and broken down in the same pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from linli.domains.matters.models import Matter
from linli.domains.requests.figures.asked import Asked
from linli.kernel.words import Vocabulary

COLUMNS = ("id", "path", "category", "state", "opened_at", "closed_at", "due_at", "facts")


class By(Vocabulary):
    """What figures are broken down by."""

    PLACE = "place", "Place", "区域"
    CATEGORY = "category", "What it is about", "类别"
    KIND = "kind", "What is wanted", "诉求性质"
    UNIT = "unit", "Unit that answers", "承办单位"


Key = tuple[By | None, str]
"""One group: what it is broken down by, and its code there; (None, "") is the whole."""


@dataclass(frozen=True, kw_only=True)
class Count:
    """What one statement asks: `joined` to the requests `r`, told apart by `each`, `measured`; both read `r`."""

    measured: Sequence[str]
    each: Sequence[str] = ()
    joined: str = ""
    joined_values: Sequence[Any] = ()
    measured_values: Sequence[Any] = ()


_STATEMENT = """
WITH rows AS (
  SELECT m.*, {place} AS place, {category} AS category_group, coalesce(m.facts->>'kind', '') AS kind,
    coalesce(m.facts->>'lead_unit', '') AS unit
  FROM ({seen}) m)
SELECT {key} FROM rows r {joined} GROUP BY GROUPING SETS ({sets})
"""
_COLUMN = {By.PLACE: "r.place", By.CATEGORY: "r.category_group", By.KIND: "r.kind", By.UNIT: "r.unit"}
_COMMUNITY = r"coalesce(substring(m.path from '^(?:.*\.)?c[0-9a-z]+\.'), m.path)"
_BUILDING = r"coalesce(substring(m.path from '^(?:.*\.)?b[0-9a-z]+\.'), m.path)"
_GROUP, _LEAF = "split_part(m.category, '.', 1)", "m.category"


def count_by(
    asked: Asked, seen: QuerySet[Matter], wanted: Count, by: Sequence[By] = ()
) -> list[tuple[Key, tuple[Any, ...]]]:
    """Each group's key with its values of `each` and what was measured, for the whole and for each of `by`."""
    try:
        sql, values = seen.values(*COLUMNS).query.sql_with_params()
    except EmptyResultSet:  # nothing is open to whoever asks
        return []
    statement = _STATEMENT.format(
        place=_BUILDING if asked.within_community else _COMMUNITY,
        category=_LEAF if asked.category else _GROUP,
        seen=sql,
        key=", ".join((_which(by), _code(by), *wanted.each, *wanted.measured)),
        joined=wanted.joined,
        sets=", ".join(f"({', '.join(columns)})" for columns in _sets(by, wanted.each)),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, *wanted.measured_values, *wanted.joined_values])
        return [((By(row[0]) if row[0] else None, row[1]), row[2:]) for row in cursor.fetchall()]


def _which(by: Sequence[By]) -> str:
    cases = " ".join(f"WHEN grouping({_COLUMN[each]}) = 0 THEN '{each.value}'" for each in by)
    return f"CASE {cases} ELSE '' END" if by else "''"


def _code(by: Sequence[By]) -> str:
    return f"coalesce({', '.join(_COLUMN[each] for each in by)}, '')" if by else "''"


def _sets(by: Sequence[By], each: Sequence[str]) -> list[list[str]]:
    return [list(each), *([_COLUMN[one], *each] for one in by)]
