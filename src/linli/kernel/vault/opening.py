"""Opening: for a stated purpose, on a lawful basis, by someone named, and always written to the access log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from linli.kernel.vault.access import Act, Opener, write_accesses
from linli.kernel.vault.ciphers import cipher
from linli.kernel.vault.datakeys import missing, plain_key
from linli.kernel.vault.plain import from_octets
from linli.kernel.vault.purposes import Basis, Purpose
from linli.kernel.vault.refusals import Erased, no_such_value
from linli.kernel.vault.sealing import bound
from linli.kernel.vault.statements import fetch

_GET = """
SELECT v.id, v.owner, v.field, v.algorithm, v.sealed, k.wrapped, k.master, k.owner IS NOT NULL
FROM vault_value v LEFT JOIN vault_datakey k ON k.owner = v.owner WHERE v.id = ANY(%s::uuid[])
"""

T = TypeVar("T", str, bytes)
Row = tuple[UUID, UUID, str, int, bytes, bytes | None, str, bool]


def open_values(
    refs: Sequence[UUID],
    *,
    by: Opener,
    purpose: Purpose,
    basis: Basis,
    matter: UUID | None,
    at: datetime,
    in_place_of_erased: str | None = None,
) -> dict[UUID, str]:
    """The texts behind `refs`, by reference; two statements however many.

    An erased person's value refuses the whole with Erased, unless `in_place_of_erased` gives the text to show
    where it stood.
    """
    act = Act(by=by, purpose=purpose, basis=basis, matter=matter, at=at)
    return _open(refs, act, kind=str, instead=in_place_of_erased)


def open_octets(
    refs: Sequence[UUID], *, by: Opener, purpose: Purpose, basis: Basis, matter: UUID | None, at: datetime
) -> dict[UUID, bytes]:
    """As `open_values`, for values that were sealed as bytes."""
    act = Act(by=by, purpose=purpose, basis=basis, matter=matter, at=at)
    return _open(refs, act, kind=bytes, instead=None)


def _open(refs: Sequence[UUID], act: Act, *, kind: type[T], instead: T | None) -> dict[UUID, T]:
    rows = _rows(refs)
    keys = _keys(rows, refuse_erased=instead is None)
    opened: dict[UUID, T] = {}
    for row in rows:
        value = _opened(row, keys[row[1]]) if row[1] in keys else instead
        if not isinstance(value, kind):
            raise TypeError(f"{row[2]} was not sealed as {kind.__name__}: open it with the other function")
        opened[row[0]] = value
    write_accesses(act, [(owner, field) for _, owner, field, *_ in rows if owner in keys])
    return opened


def _rows(refs: Sequence[UUID]) -> list[Row]:
    rows: list[Row] = fetch(_GET, [list(refs)])
    if len(rows) < len(set(refs)):
        raise no_such_value()
    return rows


def _keys(rows: Sequence[Row], *, refuse_erased: bool) -> dict[UUID, bytes]:
    """One plain data key per owner that still has one."""
    held = {owner: (wrapped, master, here) for _, owner, _, _, _, wrapped, master, here in rows}
    keys = {}
    for owner, (wrapped, master, here) in held.items():
        try:
            if not here:
                raise missing(owners=[owner])
            keys[owner] = plain_key(owner, wrapped, master)
        except Erased:
            if refuse_erased:
                raise
    return keys


def _opened(row: Row, data_key: bytes) -> str | bytes:
    ref, owner, field, code, sealed, *_ = row
    by = cipher(code)
    return from_octets(by.open(by.key_for(b"value", data_key), bytes(sealed), bound(ref, owner, field)))
