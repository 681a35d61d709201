"""Promises: whoever acts is handed the log's signature at once that what they did will stand in it, and by when.

Entries are noted while they are written, so no further statement is needed; which log a stream goes to, and its key,
are looked up once a minute at most.
"""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.conf import settings

from linli.kernel.record.logs import log_of
from linli.kernel.record.signing import SigningKeyAway, signing_keys
from linli.kernel.tlog import Promised, Receipt, SigningKey, sign_receipt

log = logging.getLogger(__name__)

KEPT_FOR = 60.0
"""Seconds for which a looked-up key serves: a new key takes effect here a minute later at most."""

_entered: ContextVar[list[Promised] | None] = ContextVar("entered", default=None)
_keys: dict[str, tuple[SigningKey, float]] = {}


@contextmanager
def noting_entries() -> Iterator[list[Promised]]:
    """The entries that are written in this block, to be promised once it has been left without an error."""
    noted: list[Promised] = []
    token = _entered.set(noted)
    try:
        yield noted
    finally:
        _entered.reset(token)


def note_entries(entries: Iterable[Promised]) -> None:
    """Called where entries are written."""
    noted = _entered.get()
    if noted is not None:
        noted += entries


def receipts(entries: Iterable[Promised], *, at: datetime) -> list[str]:
    """The signed promises for these entries, one for each log they go to, in the order of their first entries.

    An act stands whether or not it can be promised: where a key is away there is no receipt, and the operator is told.
    """
    by = int(at.timestamp()) + settings.RECORD_PROMISE
    by_log: defaultdict[SigningKey, list[Promised]] = defaultdict(list)
    for entry in entries:
        if key := _key_of(entry.stream):
            by_log[key].append(entry)
    return [bytes(sign_receipt(Receipt(key.name, by, tuple(own)), key)).decode() for key, own in by_log.items()]


def forget_keys() -> None:
    """Look the keys up again at once."""
    _keys.clear()


def _key_of(stream: str) -> SigningKey | None:
    key, until = _keys.get(stream, (None, 0.0))
    if time.monotonic() < until:
        return key
    head = log_of(stream)
    try:
        key = signing_keys(head.id, head.origin)[-1]
    except SigningKeyAway as away:
        log.error("no receipt can be signed: %s", away.sentence.in_language("en"))
        return None
    if len(_keys) > 10_000:
        _keys.clear()
    _keys[stream] = (key, time.monotonic() + KEPT_FOR)
    return key
