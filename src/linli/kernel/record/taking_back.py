"""Taking back what an older database has lost: the published entries themselves are on the disk, signed by us."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from linli.kernel.record.canonical import canonical
from linli.kernel.record.leaves import leaves, leaves_in_chunks
from linli.kernel.record.logs import LogHead, log_called
from linli.kernel.record.publishing import store_of
from linli.kernel.record.reconciling import BESIDE, CHUNK, Split, shown_checkpoint
from linli.kernel.record.signing import verifier_keys
from linli.kernel.tlog import CHECKPOINT, WIDTH, Checkpoint, Doubt, Edge, Store, Tree, grown

_PUT_BACK = """
INSERT INTO record_entry (id, stream, kind, body, digest, at, log_id, log_number, stream_number)
SELECT * FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::bytea[], %s::bytea[], %s::timestamptz[],
                     %s::smallint[], %s::bigint[], %s::bigint[])
ON CONFLICT (id) DO UPDATE SET log_id = excluded.log_id, log_number = excluded.log_number,
                               stream_number = excluded.stream_number
"""
_SIGNED = "UPDATE record_log SET size = %s, root = %s, checkpoint = %s WHERE id = %s"


def take_back(log: str) -> int:
    """Enter again what is published of this log and not in the database, numbers and all; answer how many entries.

    All or none. Their salts and the acts they tell of do not come back by it. Split where what is published does not
    continue what the database holds.
    """
    head, store = log_called(log), store_of(log)
    if head is None:
        return 0
    try:
        shown = shown_checkpoint(head, store, verifier_keys(head.id))
        if shown is None or shown.size <= head.size:
            return 0
        entries = _published(head, shown, store)
    except Doubt:
        raise Split(BESIDE.fill(origin=head.origin)) from None
    here = leaves(head.id, head.size, shown.size)  # numbered before the backup was made, published after it
    if entries[: len(here)] != here:
        raise Split(BESIDE.fill(origin=head.origin))
    _put_back(head, shown, entries[len(here) :], begin=head.size + len(here), checkpoint=store.read(CHECKPOINT))
    return len(entries)


def _published(head: LogHead, shown: Checkpoint, store: Store) -> list[bytes]:
    """The entries beyond the database's last checkpoint, known to lead from it to the published one."""
    edge = Edge()
    for known in leaves_in_chunks(head.id, head.size, size=CHUNK):
        edge, _ = grown(edge, known)
    tree = Tree(shown.size, store.read)
    bundles = [tree.bundle(index) for index in range(head.size // WIDTH, -(-shown.size // WIDTH))]
    entries = [entry for bundle in bundles for entry in bundle][head.size % WIDTH :]
    after, _ = grown(edge, entries)
    if (edge.size, after.root()) != (head.size, shown.root):
        raise Split(BESIDE.fill(origin=head.origin))
    return entries


@transaction.atomic
def _put_back(head: LogHead, shown: Checkpoint, entries: Sequence[bytes], *, begin: int, checkpoint: bytes) -> None:
    rows = [_row(entry, head.id, number) for number, entry in enumerate(entries, begin)]
    with connection.cursor() as cursor:
        cursor.execute(_PUT_BACK, [list(column) for column in zip(*rows, strict=True)] if rows else [[]] * 9)
        cursor.execute(_SIGNED, [shown.size, shown.root, checkpoint, head.id])


def _row(entry: bytes, log: int, number: int) -> tuple[Any, ...]:
    told = json.loads(entry)
    place = told.pop("number")
    body = canonical(told)
    return (
        *(UUID(told["id"]), told["stream"], told["kind"], body, sha256(body).digest(), told.get("at")),
        *(log, number, place),
    )
