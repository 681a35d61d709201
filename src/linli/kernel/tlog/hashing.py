"""RFC 6962 hashing: what a leaf, a node and a tree of leaves hash to."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()
"""The root of a tree without leaves."""


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256(0x00 ‖ entry)."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return sha256(b"\x01" + left + right).digest()


def root_of(hashes: Sequence[bytes]) -> bytes:
    """The Merkle tree hash over these neighbours, each the hash of a leaf or of a complete subtree of one height.

    The last one may stand for a smaller, incomplete subtree: it is carried up as it is, which is RFC 6962's split.
    """
    if not hashes:
        return EMPTY_ROOT
    row = list(hashes)
    while len(row) > 1:
        paired = [sha256(b"\x01" + row[i] + row[i + 1]).digest() for i in range(0, len(row) - 1, 2)]
        row = paired + row[len(paired) * 2 :]
    return row[0]


def split_hashes(data: bytes) -> list[bytes]:
    """The 32-byte hashes that stand one behind the other in `data`."""
    return [data[at : at + HASH_BYTES] for at in range(0, len(data), HASH_BYTES)]
