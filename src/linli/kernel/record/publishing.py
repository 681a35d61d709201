"""Publishing: numbered entries become tiles, then a signed checkpoint in the database, then the one everyone sees.

In this order, so that a crash between any two steps leaves nothing to undo: tiles written again are the same bytes, no
checkpoint stands over a tile that is not safe, and nothing is shown that was not first remembered as signed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import OperationalError, connection
from django.utils import timezone

from linli.kernel.record.leaves import leaves
from linli.kernel.record.logs import LogHead, log_called
from linli.kernel.record.reconciling import reconcile
from linli.kernel.record.signing import signing_keys
from linli.kernel.record.vouching import Vouching
from linli.kernel.tlog import (
    CHECKPOINT,
    EMPTY_ROOT,
    WIDTH,
    Checkpoint,
    Edge,
    Note,
    Store,
    Tile,
    grown,
    sign_checkpoint,
    store_at,
)

CHUNK = 5_000
"""Entries under one checkpoint at most."""

_ONE_PUBLISHER = 0x6C696E6C
"""First half of the advisory lock that one publisher of a log at a time holds; the second is the log."""

_LOCK = "SELECT pg_try_advisory_lock(%s, hashtext(%s))"
_UNLOCK = "SELECT pg_advisory_unlock(%s, hashtext(%s))"
_SIGNED = """
UPDATE record_log SET size = %s, root = %s, checkpoint = %s, signed_at = greatest(signed_at, %s)
WHERE id = %s AND size = %s
"""


def store_of(log: str) -> Store:
    """Where the log of this name is published."""
    return store_at(settings.RECORD, log)


class Publisher:
    """Publishes one log; keeps its right edge in memory and trusts it only while the database says the same."""

    def __init__(self, log: str) -> None:
        self.log = log
        self.store = store_of(log)
        self._edge: Edge | None = None
        self._witnessed: Vouching | None = None

    def publish(self) -> int | None:
        """Publish what is numbered and not yet published, CHUNK entries at most; answer how many.

        None while another publisher works. Split where the record would be parted in two; OSError where the store
        cannot be written: nothing is lost then, the next call goes on.
        """
        with self._alone() as head:
            if head is None:
                return None
            edge = self._ready(head)
            entries = leaves(head.id, edge.size, edge.size + CHUNK)
            if not entries:
                self._vouching(head).look_again()
                return 0
            self._edge = None  # until all is done
            after, files = grown(edge, entries)
            self.store.write((tile.path, data) for tile, data in files)
            note = self._vouching(head).cosigned(self._signed(head, after), after.size)
            self.store.write([(CHECKPOINT, bytes(note))])
            self._sweep([tile for tile, _ in files])
            self._edge = after
            return len(entries)

    def _ready(self, head: LogHead) -> Edge:
        """The edge to go on from: the one in memory where it is what was signed last, else reconciled."""
        if self._edge is None or (self._edge.size, self._edge.root()) != (head.size, head.root or EMPTY_ROOT):
            self._edge = reconcile(head, self.store)
        return self._edge

    def _vouching(self, head: LogHead) -> Vouching:
        if self._witnessed is None:
            self._witnessed = Vouching(head.id, self.store)
        return self._witnessed

    def _signed(self, head: LogHead, edge: Edge) -> Note:
        """The signed checkpoint, remembered before anybody sees it."""
        checkpoint = Checkpoint(head.origin, edge.size, edge.root())
        note = sign_checkpoint(checkpoint, *signing_keys(head.id, head.origin))
        with connection.cursor() as cursor:
            cursor.execute(_SIGNED, [edge.size, edge.root(), bytes(note), timezone.now(), head.id, head.size])
            if cursor.rowcount != 1:
                raise OperationalError("another sequencer signed in the meantime: its lock was lost with a connection")
        return note

    def _sweep(self, tiles: list[Tile]) -> None:
        """Delete the partial forms of what has become full: nobody needs to be served them any more."""
        for tile in tiles:
            if tile.width == WIDTH:
                self.store.drop(f"{tile.path}.p")

    @contextmanager
    def _alone(self) -> Iterator[LogHead | None]:
        """The log as it is now, locked in the database for all machines, on the disk for copies of the database."""
        with connection.cursor() as cursor:
            cursor.execute(_LOCK, [_ONE_PUBLISHER, self.log])
            if not cursor.fetchone()[0]:
                yield None
                return
            try:
                with self.store.alone() as alone:
                    yield log_called(self.log) if alone else None
            finally:
                cursor.execute(_UNLOCK, [_ONE_PUBLISHER, self.log])
