"""The sequencer: gives every entry its place in its stream and in the log, after commit, without gaps."""

from __future__ import annotations

import logging
from threading import Event

from django.db import InterfaceError, OperationalError, connection, transaction

log = logging.getLogger(__name__)

BATCH = 2_000
_ONLY_ONE = 0x6C696E6C69_01
"""Key of the advisory lock that one sequencer at a time holds."""

_NUMBER = """
WITH horizon AS (
    SELECT pg_snapshot_xmin(now_seen) AS oldest_running, pg_snapshot_xmax(now_seen) AS not_begun
    FROM pg_current_snapshot() AS now_seen
), waiting AS MATERIALIZED (
    SELECT arrival, stream, xid >= oldest_running AND xid < not_begun AS held
    FROM record_entry, horizon WHERE log_number IS NULL
    ORDER BY arrival LIMIT %s
), ready AS (
    SELECT arrival, stream, row_number() OVER (ORDER BY arrival) AS nth,
           row_number() OVER (PARTITION BY stream ORDER BY arrival) AS nth_in_stream
    FROM waiting
    WHERE arrival < (SELECT coalesce(min(arrival), 9223372036854775807) FROM waiting WHERE held)
), log AS (
    SELECT coalesce(max(log_number), -1) AS last FROM record_entry
), heads AS (
    SELECT stream, coalesce((SELECT max(stream_number) FROM record_entry WHERE stream = named.stream), 0) AS last
    FROM (SELECT DISTINCT stream FROM ready) AS named
)
UPDATE record_entry SET log_number = log.last + nth, stream_number = heads.last + nth_in_stream
FROM ready JOIN heads USING (stream), log WHERE record_entry.arrival = ready.arrival
"""
# `held`: written by a transaction no younger than the oldest one running. `not_begun` sets apart what a restored
# backup brought along from another server's life, whose transaction numbers may lie ahead of this one's: whatever can
# be seen and has a number not yet begun here was committed there.


def number_pending(limit: int = BATCH) -> int:
    """Number up to `limit` waiting entries in one transaction of its own; answer how many, 0 if another is at it.

    Promises, whatever crashes when: log numbers 0, 1, 2 … and stream numbers 1, 2, 3 … have no gap and no duplicate; a
    number once given never changes; only committed entries are numbered, and only when every transaction at least
    as old as theirs has ended; an entry comes after every entry that its writer could have seen (order of arrival,
    and nothing that arrived after a held-back entry overtakes it). A long transaction that writes, anywhere on the
    server, thus holds back what is younger than itself, never what is older, and loses nothing.
    """
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_ONLY_ONE])
        if not cursor.fetchone()[0]:
            return 0
        cursor.execute(_NUMBER, [limit])
        return int(cursor.rowcount)


def waiting() -> int:
    """How many committed entries have no number yet: a healthy sequencer keeps this near zero."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM record_entry WHERE log_number IS NULL")
        return int(cursor.fetchone()[0])


def run_sequencer(stop: Event, *, pause: float = 0.2) -> None:
    """Number what is waiting until `stop` is set; for a thread or process of its own.

    Looks every `pause` seconds (a NOTIFY would make all commits queue for one lock), at once again after a full batch;
    survives the database's absence. Any number may run: one works, the others stand by.
    """
    try:
        while not stop.is_set():
            if _number_or_reconnect() < BATCH:
                stop.wait(pause)
    finally:
        connection.close()


def _number_or_reconnect() -> int:
    try:
        return number_pending()
    except (OperationalError, InterfaceError) as error:
        log.warning("the sequencer lost the database (%s); it will try again", type(error).__name__)
        connection.close()
        return 0
