"""Every opening by everyone, for who audits: who opened what of how many people, and why; never whose nor what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.kernel.vault.purposes import Basis, Purpose
from linli.kernel.vault.statements import fetch

Key = tuple[datetime, str]
"""Where a line stands among the others."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Openings:
    """Which openings to read; empty means all."""

    account: UUID | None = None
    purpose: Purpose | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """One act of opening: by whom (`account` is None for the house itself), why, which fields of how many people."""

    key: Key
    account: UUID | None
    label: str
    purpose: Purpose
    basis: Basis
    matter: UUID | None
    people: int
    fields: tuple[str, ...]

    @property
    def at(self) -> datetime:
        """When."""
        return self.key[0]


@dataclass(frozen=True, slots=True)
class OpenedBy:
    """How much one account opened for one purpose; `account` is None for the house and for people reading their own."""

    account: UUID | None
    label: str
    purpose: Purpose
    acts: int
    people: int


_LINES = """
SELECT at, min(id::text), account, label, purpose, basis, matter, count(DISTINCT owner),
  array_agg(DISTINCT array_to_string(fields, ' '))
FROM vault_access WHERE {where} GROUP BY at, account, label, purpose, basis, matter
HAVING (at, min(id::text)) < (%(at)s, %(first)s) ORDER BY at DESC, min(id::text) DESC LIMIT %(limit)s
"""

_WHOM = """
SELECT CASE WHEN purpose = 'own_copy' THEN NULL ELSE account END AS whose, max(label), purpose,
  count(DISTINCT (at, matter)), count(DISTINCT owner) AS people
FROM vault_access WHERE {where} GROUP BY whose, purpose ORDER BY people DESC, whose, purpose LIMIT %(limit)s
"""


def openings(wanted: Openings, *, before: Key | None = None, limit: int) -> Sequence[Opening]:
    """Acts of opening, the newest first; `before` goes on from the last line read. One statement."""
    at, first = before or ("infinity", "")
    given = {"at": at, "first": first, "limit": limit}
    rows = fetch(_LINES.format(where=_where(wanted, "at <= %(at)s")), {**given, **_given(wanted)})
    return [
        Opening((at, first), account, label, Purpose(purpose), Basis(basis), matter, people, _fields(names))
        for at, first, account, label, purpose, basis, matter, people, names in rows
    ]


def openers(wanted: Openings, *, limit: int) -> Sequence[OpenedBy]:
    """Who opened how much for what, those who opened of most people first; one statement."""
    rows = fetch(_WHOM.format(where=_where(wanted, "true")), {"limit": limit, **_given(wanted)})
    return [OpenedBy(account, label, Purpose(purpose), acts, people) for account, label, purpose, acts, people in rows]


def _where(wanted: Openings, always: str) -> str:
    asked = {
        "account = %(account)s": wanted.account,
        "purpose = %(purpose)s": wanted.purpose,
        "at >= %(since)s": wanted.since,
        "at < %(until)s": wanted.until,
    }
    return " AND ".join([always, *(condition for condition, value in asked.items() if value is not None)])


def _given(wanted: Openings) -> dict[str, object]:
    purpose = wanted.purpose.value if wanted.purpose else None
    return {"account": wanted.account, "purpose": purpose, "since": wanted.since, "until": wanted.until}


def _fields(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({field for together in names for field in together.split()}))
