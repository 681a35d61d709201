"""Data keys in the database: one per person, made when first needed, read anew for every act.

No process keeps a data key: a key destroyed by one process is gone for all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from linli.kernel.vault.envelope import new_data_key, unwrap, wrap
from linli.kernel.vault.keyring import keyring
from linli.kernel.vault.refusals import Erased, KeyNotHere
from linli.kernel.vault.statements import fetch

# FOR SHARE keeps an erasure waiting until what is being sealed is committed, so that it finds and blanks it.
# A key is not made for an owner whose values are here but whose key is not: that key is in a backup.
_TAKE = """
WITH wanted AS (
  SELECT * FROM unnest(%(owners)s::uuid[], %(wrapped)s::bytea[]) AS w (owner, wrapped)
), here AS (
  SELECT owner, wrapped, master FROM vault_datakey WHERE owner = ANY(%(owners)s::uuid[]) FOR SHARE
), made AS (
  INSERT INTO vault_datakey (owner, wrapped, master, made_at)
  SELECT owner, wrapped, %(master)s, %(at)s FROM wanted w
  WHERE NOT EXISTS (SELECT FROM here WHERE here.owner = w.owner)
    AND NOT EXISTS (SELECT FROM vault_value v WHERE v.owner = w.owner)
    AND NOT EXISTS (SELECT FROM vault_file f WHERE f.owner = w.owner)
    AND NOT EXISTS (SELECT FROM vault_erasure e WHERE e.owner_digest = encode(sha256(uuid_send(w.owner)), 'hex'))
  ORDER BY owner
  ON CONFLICT (owner) DO NOTHING
  RETURNING owner, wrapped, master
)
SELECT * FROM here UNION ALL SELECT * FROM made
"""

_ERASED = """
SELECT EXISTS (SELECT FROM vault_erasure
               WHERE owner_digest = ANY(SELECT encode(sha256(uuid_send(o)), 'hex') FROM unnest(%s::uuid[]) AS o))
"""

Row = tuple[UUID, bytes | None, str]


def take_keys(owners: Iterable[UUID], *, at: datetime) -> Mapping[UUID, bytes]:
    """Each owner's data key, made where there is none; one statement. Call it inside the sealing transaction."""
    wanted = sorted(set(owners))
    rows = _take(wanted, at=at)
    if len(rows) < len(wanted):
        # Someone else's first key was committed while this statement ran: a new statement sees it.
        rows = _take(wanted, at=at)
    if len(rows) < len(wanted):
        raise missing(owners=set(wanted) - {row[0] for row in rows})
    return {owner: plain_key(owner, wrapped, master) for owner, wrapped, master in rows}


def plain_key(owner: UUID, wrapped: bytes | None, master: str) -> bytes:
    """The data key of one row; Erased where it was destroyed."""
    if wrapped is None:
        raise Erased
    return unwrap(bytes(wrapped), owner=owner, master=master, ring=keyring())


def missing(*, owners: Iterable[UUID]) -> Erased | KeyNotHere:
    """Why these owners have no key: erased before the last backup, or the keys were not restored."""
    return Erased() if fetch(_ERASED, [list(owners)])[0][0] else KeyNotHere("vault_datakey")


def _take(owners: list[UUID], *, at: datetime) -> list[Row]:
    ring = keyring()
    wrapped = [wrap(new_data_key(), owner=owner, master=ring.current, ring=ring) for owner in owners]
    given = {"owners": owners, "wrapped": wrapped, "master": ring.current, "at": at}
    return fetch(_TAKE, given)
