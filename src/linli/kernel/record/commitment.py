"""A salted commitment: stands for a private value, says nothing about it, can be opened by who has salt and value."""

from __future__ import annotations

from hashlib import sha256
from hmac import compare_digest
from secrets import token_bytes

from linli.kernel.record.canonical import canonical

SALT_BYTES = 32


def new_salt() -> bytes:
    """32 random bytes: without them even a value from a short list cannot be found by trying."""
    return token_bytes(SALT_BYTES)


def commitment(*, salt: bytes, value: str | bytes) -> str:
    """SHA-256(salt ‖ canonical value) in hex: of text its RFC 8785 form (quoted UTF-8), of bytes the bytes."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes")
    return sha256(salt + (canonical(value) if isinstance(value, str) else value)).hexdigest()


def matches(committed: str, *, salt: bytes, value: str | bytes) -> bool:
    """Whether `committed` opens to `value` with `salt`; needs no database, so anyone can check it anywhere."""
    return compare_digest(committed, commitment(salt=salt, value=value))
