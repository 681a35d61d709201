"""The envelope: a person's data key, wrapped by a master key and bound to the person it belongs to."""

from __future__ import annotations

import os
from uuid import UUID

from linli.kernel.vault.ciphers import chosen, cipher
from linli.kernel.vault.keyring import KEY_LENGTH, Keyring


def new_data_key() -> bytes:
    """A fresh data key; each cipher derives its own key from it."""
    return os.urandom(KEY_LENGTH)


def wrap(data_key: bytes, *, owner: UUID, master: str, ring: Keyring) -> bytes:
    """One byte naming the cipher, then the data key sealed under `master`."""
    by = chosen()
    sealed = by.seal(by.key_for(b"wrap", ring.key(master)), data_key, _bound(owner, master))
    return bytes([by.code]) + sealed


def unwrap(wrapped: bytes, *, owner: UUID, master: str, ring: Keyring) -> bytes:
    """The data key; Damaged where owner or master differ from those it was wrapped for."""
    by = cipher(wrapped[0])
    return by.open(by.key_for(b"wrap", ring.key(master)), wrapped[1:], _bound(owner, master))


def _bound(owner: UUID, master: str) -> bytes:
    return b"linli/data-key/" + owner.bytes + master.encode()
