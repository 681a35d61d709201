"""Keys of this room, each for one use, all derived from the deployment's sign-in secret outside the database."""

from __future__ import annotations

import hmac
from uuid import UUID

from django.conf import settings

from linli.kernel.vault.ciphers import chosen, cipher


def digest(use: str, value: bytes) -> bytes:
    """32 bytes that stand for `value` in one use; without the deployment's secret they lead nowhere."""
    return hmac.digest(_key(), use.encode() + b"\0" + value, "sha256")


def mark(use: str, value: str) -> UUID:
    """The same as an opaque 128-bit key for tables."""
    return UUID(bytes=digest(use, value.encode())[:16])


def seal(use: str, owner: UUID, plain: str) -> bytes:
    """`plain` sealed for one use and one row: one byte naming the cipher, then nonce, ciphertext and tag."""
    by = chosen()
    return bytes([by.code]) + by.seal(by.key_for(use.encode(), _key()), plain.encode(), owner.bytes)


def unseal(use: str, owner: UUID, sealed: bytes | memoryview) -> str:
    """What `seal` sealed for that use and row."""
    by = cipher(sealed[0])
    return by.open(by.key_for(use.encode(), _key()), bytes(sealed[1:]), owner.bytes).decode()


def _key() -> bytes:
    return str(settings.SIGNIN_KEY).encode()
