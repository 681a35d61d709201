"""The sequencer: gives every entry its place in its stream and in the log, after commit, without gaps."""

from __future__ import annotations

from django.db import connection, transaction

from linli.kernel.record.logs import ensure_main

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
    SELECT arrival, stream FROM waiting
    WHERE arrival < (SELECT coalesce(min(arrival), 9223372036854775807) FROM waiting WHERE held)
), streams AS MATERIALIZED (
    SELECT stream, coalesce(latest.stream_number, 0) AS last, coalesce(latest.log_id, (
        SELECT id FROM record_log WHERE starts_with(stream, prefix) ORDER BY length(prefix) DESC LIMIT 1
    )) AS log_id
    FROM (SELECT DISTINCT stream FROM ready) AS named LEFT JOIN LATERAL (
        SELECT stream_number, log_id FROM record_entry
        WHERE record_entry.stream = named.stream AND stream_number IS NOT NULL ORDER BY stream_number DESC LIMIT 1
    ) AS latest ON true
), logs AS MATERIALIZED (
    SELECT log_id, coalesce((SELECT max(log_number) FROM record_entry WHERE log_id = named.log_id), -1) AS last
    FROM (SELECT DISTINCT log_id FROM streams) AS named
), placed AS (
    SELECT arrival, log_id, logs.last + row_number() OVER (PARTITION BY log_id ORDER BY arrival) AS log_number,
           streams.last + row_number() OVER (PARTITION BY stream ORDER BY arrival) AS stream_number
    FROM ready JOIN streams USING (stream) JOIN logs USING (log_id)
)
UPDATE record_entry
SET log_id = placed.log_id, log_number = placed.log_number, stream_number = placed.stream_number
FROM placed WHERE record_entry.arrival = placed.arrival
"""
# `held`: written by a transaction no younger than the oldest one running. `not_begun` sets apart what a restored
# backup brought along from another server's life, whose transaction numbers may lie ahead of this one's: whatever can
# be seen and has a number not yet begun here was committed there.
# `latest`: a stream stays in the log it began in, whatever logs are opened later.


def number_pending(limit: int = BATCH) -> int:
    """Number up to `limit` waiting entries in one transaction of its own; answer how many, 0 if another is at it.

    Promises, whatever crashes when: each log's numbers 0, 1, 2 … and each stream's 1, 2, 3 … have no gap and no
    duplicate; a number once given never changes, and a stream never changes its log; only committed entries are
    numbered, and only when every transaction at least as old as theirs has ended; an entry comes after every entry
    that its writer could have seen (order of arrival, and nothing that arrived after a held-back entry overtakes it).
    A long transaction that writes, anywhere on the server, thus holds back what is younger than itself, never what is
    older, and loses nothing.
    """
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_ONLY_ONE])
        if not cursor.fetchone()[0]:
            return 0
        ensure_main()
        cursor.execute(_NUMBER, [limit])
        return int(cursor.rowcount)


def waiting() -> int:
    """How many committed entries have no number yet: a healthy sequencer keeps this near zero."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM record_entry WHERE log_number IS NULL")
        return int(cursor.fetchone()[0])
