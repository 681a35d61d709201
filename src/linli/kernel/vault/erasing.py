"""Erasure: the person's key is destroyed, and a list of digests tells every backup to honour it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from linli.kernel.vault.keyring import locked
from linli.kernel.vault.private import append_private
from linli.kernel.vault.shelves import remove_files
from linli.kernel.vault.statements import execute, fetch

LIST = "erased.txt"
"""Beside the keys, outside the database: a restored database of yesterday meets today's erasures here."""

_DESTROY = """
INSERT INTO vault_datakey (owner, wrapped, master, made_at) SELECT o, NULL, '', %s FROM unnest(%s::uuid[]) AS o
ORDER BY o ON CONFLICT (owner) DO UPDATE SET wrapped = NULL, master = ''
"""
_BLANK = "UPDATE vault_value SET sealed = '', blind = NULL WHERE owner = ANY(%s) AND sealed <> ''"
_FILES = "DELETE FROM vault_file WHERE owner = ANY(%s) RETURNING id"
_LIST = "INSERT INTO vault_erasure (owner_digest, at, reason) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
_LIST_MANY = """
INSERT INTO vault_erasure (owner_digest, at, reason)
SELECT digest, at, 'restored' FROM unnest(%s::text[], %s::timestamptz[]) AS e (digest, at) ON CONFLICT DO NOTHING
"""
_HELD = """
SELECT owner FROM (SELECT owner FROM vault_datakey WHERE wrapped IS NOT NULL
                   UNION SELECT owner FROM vault_value WHERE sealed <> '' UNION SELECT owner FROM vault_file) AS held
WHERE encode(sha256(uuid_send(owner)), 'hex') = ANY(%s)
"""


def erase(owner: UUID, *, at: datetime, reason: str) -> None:
    """Destroys the person's key and blanks what it sealed; waits for a sealing under way, and cannot be undone.

    `reason` is a code or coded sentence (PIPL Art. 47), never a personal value. Files leave the disk on commit.
    """
    with transaction.atomic(savepoint=False):
        execute(_LIST, [digest_of(owner), at, reason])
        _destroy([owner], at=at)
    transaction.on_commit(lambda: _append({digest_of(owner): at}))


def erasures() -> dict[str, datetime]:
    """Every erasure known here, by owner's digest: the database's and those the list beside the keys remembers."""
    return {**_listed(), **dict(fetch("SELECT owner_digest, at FROM vault_erasure"))}


def honour_erasures(erased: Mapping[str, datetime], *, at: datetime) -> int:
    """After a restore: does again every erasure of the list, and says how many persons' data it found alive."""
    with transaction.atomic():
        execute(_LIST_MANY, [list(erased), list(erased.values())])
        alive = [row[0] for row in fetch(_HELD, [list(erased)])]
        _destroy(alive, at=at)
    transaction.on_commit(lambda: _append(erased))
    return len(alive)


def keep_list() -> None:
    """Writes every erasure to the list beside the keys; a process killed between commit and list left one out."""
    _append(erasures())


def digest_of(owner: UUID) -> str:
    """How the erasure list knows an owner; time-ordered identifiers hold 74 random bits, so it cannot be guessed."""
    return hashlib.sha256(owner.bytes).hexdigest()


def _destroy(owners: list[UUID], *, at: datetime) -> None:
    # First the key: this waits for sealings that hold it, so that the next statement sees all they wrote.
    execute(_DESTROY, [at, owners])
    execute(_BLANK, [owners])
    refs = [row[0] for row in fetch(_FILES, [owners])]
    transaction.on_commit(lambda: remove_files(refs))


def _listed() -> dict[str, datetime]:
    path = Path(settings.KEYS) / LIST
    if not path.exists():
        return {}
    lines = [line.split() for line in path.read_text().splitlines()]
    return {line[0]: datetime.fromisoformat(line[1]) for line in lines if len(line) == 2}


def _append(erased: Mapping[str, datetime]) -> None:
    """Adds what the list beside the keys does not hold yet."""
    with locked(Path(settings.KEYS)) as directory:
        known = _listed()
        new = [f"{digest} {at.isoformat()}\n" for digest, at in erased.items() if digest not in known]
        with append_private(directory / LIST) as file:
            file.write("".join(new).encode())
