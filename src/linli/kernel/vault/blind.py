"""The blind index: a keyed digest by which an exact value is found again without being readable."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from cryptography.hazmat.primitives import hashes, hmac
from django.conf import settings

from linli.kernel.refusal import Refusal
from linli.kernel.vault.keyring import INDEX, keyring
from linli.kernel.vault.normal import normal
from linli.kernel.vault.statements import fetch
from linli.kernel.words import say

_DIGESTS: dict[str, tuple[bytes, type[hashes.HashAlgorithm]]] = {
    "hmac-sha256": (b"\x01", hashes.SHA256),
    "hmac-sm3": (b"\x02", hashes.SM3),  # GB/T 32905-2016
}


def blind(field: str, value: str, *, by: str = "") -> bytes:
    """The digest of a normalised value of `field`; one byte says which digest (setting VAULT_INDEX)."""
    name = by or settings.VAULT_INDEX
    if name not in _DIGESTS:
        raise Refusal(
            say(
                "There is no look-up digest {name}. Choose hmac-sha256 or hmac-sm3.",
                "没有名为 {name} 的索引算法，请选择 hmac-sha256 或 hmac-sm3。",
                name=name,
            )
        )
    mark, digest = _DIGESTS[name]
    keyed = hmac.HMAC(keyring().key(INDEX), digest())
    keyed.update(field.encode() + b"\0" + normal(field, value).encode("utf-8", "surrogatepass"))
    return mark + keyed.finalize()


def find(field: str, value: str) -> list[tuple[UUID, UUID]]:
    """(reference, owner) of every sealed value of `field` equal to `value`; opens nothing, so logs nothing.

    Values indexed before a change of digest are found too. What was erased is not.
    """
    digests = [blind(field, value, by=name) for name in _DIGESTS]
    return fetch("SELECT id, owner FROM vault_value WHERE blind = ANY(%s) AND field = %s ORDER BY id", [digests, field])


def find_many(field: str, values: Collection[str]) -> dict[str, set[UUID]]:
    """The owners of sealed values of `field` equal to each of these; those nobody has are left out. One statement."""
    digests = {blind(field, value, by=name): value for value in values for name in _DIGESTS}
    rows = fetch("SELECT blind, owner FROM vault_value WHERE blind = ANY(%s) AND field = %s", [list(digests), field])
    found: dict[str, set[UUID]] = {}
    for digest, owner in rows:
        found.setdefault(digests[bytes(digest)], set()).add(owner)
    return found


def equal_to(reference: UUID, *, among: Collection[UUID]) -> set[UUID]:
    """Those of the references whose sealed value is the same as that of `reference`; opens nothing, so logs nothing."""
    rows = fetch(
        "SELECT other.id FROM vault_value AS one JOIN vault_value AS other USING (blind, field)"
        " WHERE one.id = %s AND other.id = ANY(%s)",
        [reference, list(among)],
    )
    return {found for (found,) in rows}
