"""Sealed files: attachments on disk under their owner's data key, opened and logged like any value."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.kernel.ids import new_id
from linli.kernel.refusal import Invalid
from linli.kernel.vault.access import Act, Opener, write_accesses
from linli.kernel.vault.ciphers import Cipher, chosen, cipher
from linli.kernel.vault.datakeys import missing, plain_key, take_keys
from linli.kernel.vault.plain import check_field
from linli.kernel.vault.private import create_private
from linli.kernel.vault.purposes import Basis, Purpose
from linli.kernel.vault.refusals import Damaged, no_such_value
from linli.kernel.vault.shelves import shelf, standing
from linli.kernel.vault.statements import execute, fetch
from linli.kernel.vault.stream import CHUNK, Stream
from linli.kernel.words import say

LARGEST = 20 * 1024 * 1024

_PUT = "INSERT INTO vault_file (id, owner, field, algorithm, size, sealed_at) VALUES (%s, %s, %s, %s, %s, %s)"
_GET = """
SELECT f.owner, f.field, f.algorithm, f.size, k.wrapped, k.master, k.owner IS NOT NULL
FROM vault_file f LEFT JOIN vault_datakey k ON k.owner = f.owner WHERE f.id = %s
"""


def seal_bytes(parts: Iterable[bytes], *, owner: UUID, field: str, at: datetime, largest: int = LARGEST) -> UUID:
    """Seals a file given in parts of any size and gives its reference; memory stays at two chunks.

    Refuses above `largest` bytes. A transaction rolled back later leaves a file without a row: see `sweep_files`.
    """
    check_field(field)
    with transaction.atomic(savepoint=False):
        ref, by = new_id(), chosen()
        stream = _stream(by, take_keys([owner], at=at)[owner], ref=ref, owner=owner, field=field)
        size = _write(ref, stream, parts, largest=largest)
        execute(_PUT, [ref, owner, field, by.code, size, at])
    return ref


def open_bytes(
    ref: UUID, *, by: Opener, purpose: Purpose, basis: Basis, matter: UUID | None, at: datetime
) -> Iterator[bytes]:
    """The file, chunk by chunk of 64 KiB, each checked before it is given; logged before the first leaves."""
    act = Act(by=by, purpose=purpose, basis=basis, matter=matter, at=at)
    rows = fetch(_GET, [ref])
    if not rows:
        raise no_such_value()
    owner, field, code, size, wrapped, master, here = rows[0]
    if not here:
        raise missing(owners=[owner])
    stream = _stream(cipher(code), plain_key(owner, wrapped, master), ref=ref, owner=owner, field=field)
    if not shelf(ref).exists():
        raise Damaged
    write_accesses(act, [(owner, field)])
    return _read(ref, stream, size)


def sweep_files(*, untouched_since: datetime) -> int:
    """Deletes files that no row knows, left by transactions rolled back before `untouched_since`."""
    found = list(standing(untouched_since=untouched_since.timestamp()))
    known = {row[0] for row in fetch("SELECT id FROM vault_file WHERE id = ANY(%s)", [[ref for ref, _ in found]])}
    orphans = [path for ref, path in found if ref not in known]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)


def _stream(by: Cipher, data_key: bytes, *, ref: UUID, owner: UUID, field: str) -> Stream:
    key = by.key_for(b"file/" + ref.bytes, data_key)
    return Stream(by=by, key=key, bound=b"linli/file/" + owner.bytes + ref.bytes + field.encode())


def _write(ref: UUID, stream: Stream, parts: Iterable[bytes], *, largest: int) -> int:
    path = shelf(ref)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    counted = _Counted(parts, largest)
    half = path.with_name(f"{path.name}.new")
    try:
        with create_private(half) as file:
            file.writelines(stream.lock(counted))
            file.flush()
            os.fsync(file.fileno())
        half.rename(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    return counted.size


def _read(ref: UUID, stream: Stream, size: int) -> Iterator[bytes]:
    with shelf(ref).open("rb", buffering=CHUNK) as file:
        for chunk in stream.unlock(file):
            size -= len(chunk)
            yield chunk
    if size:
        raise Damaged


class _Counted:
    """Counts the bytes that pass and refuses too many."""

    def __init__(self, parts: Iterable[bytes], largest: int) -> None:
        self.parts, self.largest, self.size = parts, largest, 0

    def __iter__(self) -> Iterator[bytes]:
        for part in self.parts:
            self.size += len(part)
            if self.size > self.largest:
                raise Invalid(
                    say(
                        "The file is larger than {most} MB. Make it smaller and try again.",
                        "文件超过 {most} MB，请压缩后再上传。",
                        most=self.largest // 2**20,
                    )
                )
            yield part
