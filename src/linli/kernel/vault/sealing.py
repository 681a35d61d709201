"""Sealing: personal values go in, references come out; two statements however many values and owners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.kernel.ids import new_id
from linli.kernel.vault.blind import blind
from linli.kernel.vault.ciphers import Cipher, chosen
from linli.kernel.vault.datakeys import take_keys
from linli.kernel.vault.plain import Plain
from linli.kernel.vault.statements import execute

_PUT = """
INSERT INTO vault_value (id, owner, field, algorithm, sealed, blind, sealed_at)
SELECT id, owner, field, %s, sealed, blind, %s
FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::bytea[], %s::bytea[]) AS v (id, owner, field, sealed, blind)
"""


def seal(*, owner: UUID, values: Sequence[Plain], at: datetime) -> list[UUID]:
    """Seals one person's values and gives a reference for each, in order; refuses with Erased after an erasure."""
    return seal_many([(owner, value) for value in values], at=at)


def seal_many(items: Sequence[tuple[UUID, Plain]], *, at: datetime) -> list[UUID]:
    """Seals values of many persons at once: one statement takes the keys, one writes the values."""
    if not items:
        return []
    with transaction.atomic(savepoint=False):
        keys = take_keys((owner for owner, _ in items), at=at)
        return _put(items, keys, at=at)


def bound(ref: UUID, owner: UUID, field: str) -> bytes:
    """What a ciphertext is bound to, so that it opens in no other place."""
    return b"linli/value/" + owner.bytes + ref.bytes + field.encode()


def _put(items: Sequence[tuple[UUID, Plain]], keys: Mapping[UUID, bytes], *, at: datetime) -> list[UUID]:
    by = chosen()
    own = {owner: by.key_for(b"value", key) for owner, key in keys.items()}
    refs = [new_id() for _ in items]
    columns = (
        refs,
        [owner for owner, _ in items],
        [plain.field for _, plain in items],
        [_sealed(by, own[owner], ref, owner, plain) for ref, (owner, plain) in zip(refs, items, strict=True)],
        [_blind(plain) for _, plain in items],
    )
    execute(_PUT, [by.code, at, *columns])
    return refs


def _sealed(by: Cipher, key: bytes, ref: UUID, owner: UUID, plain: Plain) -> bytes:
    return by.seal(key, plain.octets(), bound(ref, owner, plain.field))


def _blind(plain: Plain) -> bytes | None:
    if not plain.find:
        return None
    return blind(plain.field, plain.value if isinstance(plain.value, str) else plain.value.hex())
