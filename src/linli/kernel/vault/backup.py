"""Keys leave and come back apart from the data: a database backup without them is unreadable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from django.db import transaction

from linli.kernel.refusal import Refusal
from linli.kernel.vault.envelope import unwrap, wrap
from linli.kernel.vault.erasing import digest_of, erasures, honour_erasures
from linli.kernel.vault.keyring import INDEX, Keyring, add_keys, keyring
from linli.kernel.vault.statements import execute, fetch
from linli.kernel.words import say

KEY_TABLES = ("vault_datakey",)
"""Tables whose rows a database backup leaves out (`pg_dump --exclude-table-data`)."""

_CHUNK = 5000
_READ = """
SELECT owner, wrapped, master, made_at FROM vault_datakey WHERE owner > %s AND wrapped IS NOT NULL
ORDER BY owner LIMIT %s
"""
_PUT = """
INSERT INTO vault_datakey (owner, wrapped, master, made_at)
SELECT owner, wrapped, %s, made_at FROM unnest(%s::uuid[], %s::bytea[], %s::timestamptz[])
  AS k (owner, wrapped, made_at)
ORDER BY owner ON CONFLICT (owner) DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """One person's data key as it stands in the database: useless without the master it names."""

    owner: UUID
    wrapped: bytes
    master: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Imported:
    """What a key import did: keys put back, and keys left out because their owners were erased since."""

    keys: int
    left_out: int


def export_keyring() -> Mapping[str, bytes]:
    """The master keys and the index key by name. Whoever holds these and the data keys reads everything."""
    return dict(keyring().keys)


def export_keys() -> Iterator[WrappedKey]:
    """Every living data key, still wrapped, in chunks."""
    last = UUID(int=0)
    while True:
        rows = [WrappedKey(o, bytes(w), m, at) for o, w, m, at in fetch(_READ, [last, _CHUNK])]
        yield from rows
        if len(rows) < _CHUNK:
            return
        last = rows[-1].owner


def import_keys(
    rows: Iterable[WrappedKey],
    *,
    keyring_of_backup: Mapping[str, bytes],
    made_at: datetime,
    at: datetime,
    keep_days: int,
    erased: Mapping[str, datetime] | None = None,
) -> Imported:
    """Puts keys of a backup back, save those of persons erased since; keys already here stay as they are.

    `made_at` is when the backup was made and `keep_days` the rule vault.key_backup_days: an older one is refused.
    `erased` is the newest erasure list at hand, beyond those known here; it is honoured in the data as well.
    """
    _refuse_old(made_at, at=at, keep_days=keep_days)
    dead = {**erasures(), **(erased or {})}
    _bring_back(keyring_of_backup)
    ring = Keyring({**keyring_of_backup, **keyring().keys})
    put = left_out = 0
    with transaction.atomic():
        honour_erasures(dead, at=at)
        walk = iter(rows)
        while chunk := list(islice(walk, _CHUNK)):
            living = [row for row in chunk if digest_of(row.owner) not in dead]
            put += _put(living, ring)
            left_out += len(chunk) - len(living)
    return Imported(keys=put, left_out=left_out)


def _refuse_old(made_at: datetime, *, at: datetime, keep_days: int) -> None:
    if at - made_at > timedelta(days=keep_days):
        raise Refusal(
            say(
                "This key backup is older than the {days} days it may be kept. Use a newer one and destroy this.",
                "该密钥备份已超过 {days} 天的保存期限，请改用较新的备份并销毁此份。",
                days=keep_days,
            )
        )


def _bring_back(keys: Mapping[str, bytes]) -> None:
    """The index key, and only those masters that rows already here were wrapped under: retired ones stay destroyed."""
    needed = {INDEX, *(row[0] for row in fetch("SELECT DISTINCT master FROM vault_datakey WHERE wrapped IS NOT NULL"))}
    add_keys({name: key for name, key in keys.items() if name in needed})


def _put(rows: list[WrappedKey], ring: Keyring) -> int:
    """Wraps each key under the current master on its way in."""
    again = [
        wrap(
            unwrap(row.wrapped, owner=row.owner, master=row.master, ring=ring),
            owner=row.owner,
            master=keyring().current,
            ring=ring,
        )
        for row in rows
    ]
    return execute(_PUT, [keyring().current, [r.owner for r in rows], again, [r.made_at for r in rows]])
