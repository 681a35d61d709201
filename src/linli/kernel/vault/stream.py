"""The form of a sealed file: chunks that cannot be swapped, dropped, repeated or cut off unnoticed.

Each chunk is sealed apart under a key made for this one file; its number and whether it is the last are in the nonce
and in what the tag covers (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from linli.kernel.vault.ciphers import TAG, Cipher
from linli.kernel.vault.refusals import Damaged

CHUNK = 64 * 1024
MAGIC = b"LINLI-1\n"
_SALT = 7


@dataclass(frozen=True)
class Stream:
    """One file's key and what every chunk of it is bound to."""

    by: Cipher
    key: bytes
    bound: bytes

    def lock(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        """The sealed file, part by part: head, then one sealed chunk per 64 KiB; an empty file has one empty chunk."""
        salt = os.urandom(_SALT)
        yield MAGIC + salt
        number = 0
        waiting = b""
        for chunk in even(parts):
            if waiting:
                yield self.by.lock(self.key, *self._chunk(salt, number, waiting, last=False))
                number += 1
            waiting = chunk
        yield self.by.lock(self.key, *self._chunk(salt, number, waiting, last=True))

    def unlock(self, file: BinaryIO) -> Iterator[bytes]:
        """What was sealed, chunk by chunk, each checked before it is given; Damaged where the file is not whole."""
        head = file.read(len(MAGIC) + _SALT)
        if len(head) != len(MAGIC) + _SALT or not head.startswith(MAGIC):
            raise Damaged
        salt, number = head[len(MAGIC) :], 0
        locked = file.read(CHUNK + TAG)
        while True:
            following = file.read(CHUNK + TAG)
            nonce, _, bound = self._chunk(salt, number, b"", last=not following)
            yield self.by.open_with(self.key, nonce, locked, bound)
            if not following:
                return
            locked, number = following, number + 1

    def _chunk(self, salt: bytes, number: int, plain: bytes, *, last: bool) -> tuple[bytes, bytes, bytes]:
        place = number.to_bytes(4, "big") + bytes([last])
        return salt + place, plain, self.bound + place


def even(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in chunks of 64 KiB, the last one shorter."""
    held = bytearray()
    for part in parts:
        held += part
        while len(held) >= CHUNK:
            yield bytes(held[:CHUNK])
            del held[:CHUNK]
    if held:
        yield bytes(held)
