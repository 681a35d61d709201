"""Who opened whose data, what for and by what right: written with every opening, read by the person concerned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.kernel.ids import new_id
from linli.kernel.vault.purposes import Basis, Purpose
from linli.kernel.vault.refusals import no_purpose
from linli.kernel.vault.statements import execute, fetch

LABEL_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Opener:
    """Who opens: an account, the person behind it, and the label residents read (a post, never a private detail)."""

    account: UUID | None
    person: UUID | None
    label: str


@dataclass(frozen=True, slots=True)
class Act:
    """One act of opening, as asked for."""

    by: Opener
    purpose: Purpose
    basis: Basis
    matter: UUID | None
    at: datetime

    def __post_init__(self) -> None:
        # Forms and tokens arrive as anything: a code that is no Purpose is no purpose.
        if not isinstance(self.purpose, Purpose) or not isinstance(self.basis, Basis) or not self.by.label:
            raise no_purpose()


@dataclass(frozen=True, slots=True)
class Access:
    """One line of "who saw my data"."""

    at: datetime
    fields: tuple[str, ...]
    purpose: Purpose
    basis: Basis
    by: Opener
    matter: UUID | None


_WRITE = """
INSERT INTO vault_access (id, owner, fields, purpose, basis, account, person, label, matter, at)
SELECT id, owner, string_to_array(fields, ' '), %s, %s, %s, %s, %s, %s, %s
FROM unnest(%s::uuid[], %s::uuid[], %s::text[]) AS a (id, owner, fields)
"""

_READ = """
SELECT at, fields, purpose, basis, account, person, label, matter FROM vault_access
WHERE owner = %s AND at < COALESCE(%s, 'infinity'::timestamptz) ORDER BY at DESC, id DESC LIMIT %s
"""


def write_accesses(act: Act, opened: Iterable[tuple[UUID, str]]) -> None:
    """Logs one act: a row per owner, listing the fields opened; one statement."""
    fields: dict[UUID, set[str]] = {}
    for owner, field in opened:
        fields.setdefault(owner, set()).add(field)
    if not fields:
        return
    given = [act.purpose.value, act.basis.value, act.by.account, act.by.person, act.by.label[:LABEL_LENGTH]]
    columns = [[new_id() for _ in fields], list(fields), [" ".join(sorted(names)) for names in fields.values()]]
    execute(_WRITE, [*given, act.matter, act.at, *columns])


def accesses(owner: UUID, *, before: datetime | None = None, limit: int = 100) -> Sequence[Access]:
    """Every opening of the person's data, newest first; `before` goes on from the last line read."""
    return [_access(row) for row in fetch(_READ, [owner, before, limit])]


def forget_accesses(*, before: datetime) -> int:
    """Drops lines older than `before` and says how many; the database keeps any line for at least six months.

    Cybersecurity Law Art. 21(3): logs are kept no less than six months; a rule may ask for more, never for less.
    """
    return execute("DELETE FROM vault_access WHERE at < %s AND written_at < now() - interval '6 months'", [before])


def _access(row: tuple[datetime, list[str], str, str, UUID | None, UUID | None, str, UUID | None]) -> Access:
    at, fields, purpose, basis, account, person, label, matter = row
    by = Opener(account=account, person=person, label=label)
    return Access(at=at, fields=tuple(fields), purpose=_PURPOSES[purpose], basis=_BASES[basis], by=by, matter=matter)


_PURPOSES = {member.value: member for member in Purpose}
_BASES = {member.value: member for member in Basis}
