"""The queue's rows: how a job stops waiting, is withdrawn, comes back after a kill, and what there is to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from procrastinate.jobs import Job as Row

STALLED_AFTER = 30.0
"""Seconds without a heartbeat after which a worker is taken for dead."""
MOST_KILLS = 20
"""A job whose worker died under it this often is given up as failed: it may be what kills them."""

_REQUEUE = """
UPDATE procrastinate_jobs
SET status = (CASE WHEN attempts < %s THEN 'todo' ELSE 'failed' END)::procrastinate_job_status,
    attempts = attempts + 1, queueing_lock = NULL, worker_id = NULL, scheduled_at = NULL
WHERE id IN (
    SELECT job.id FROM procrastinate_jobs AS job LEFT JOIN procrastinate_workers AS worker ON worker.id = worker_id
    WHERE status = 'doing' AND (worker.id IS NULL OR last_heartbeat < now() - make_interval(secs => %s))
    FOR UPDATE OF job SKIP LOCKED)
"""
_STANDING = """
SELECT count(*) FILTER (WHERE status = 'todo' AND coalesce(scheduled_at, '-infinity') <= now()),
       count(*) FILTER (WHERE status = 'todo' AND scheduled_at > now()),
       count(*) FILTER (WHERE status = 'doing'),
       count(*) FILTER (WHERE status = 'failed'),
       (SELECT max(last_heartbeat) FROM procrastinate_workers)
FROM procrastinate_jobs
"""


def begin(row: Row) -> None:
    """A job that begins gives its key back, so that the next call with it makes a new job and no retry collides."""
    if row.queueing_lock is not None:
        _execute("UPDATE procrastinate_jobs SET queueing_lock = NULL WHERE id = %s", [row.id])


def withdraw(key: str) -> bool:
    """Take the waiting job with this key out of the queue; false where none waits (or it has already begun)."""
    return _execute("DELETE FROM procrastinate_jobs WHERE queueing_lock = %s AND status = 'todo'", [key]) == 1


def requeue(*, stalled_after: float = STALLED_AFTER) -> int:
    """Put back what killed workers left half done, and say how many jobs that were.

    A worker tells that it lives by its heartbeat; the jobs of one silent for `stalled_after` seconds wait again.
    """
    return _execute(_REQUEUE, [MOST_KILLS, stalled_after])


@dataclass(frozen=True, slots=True)
class Standing:
    """How the queue stands: jobs that could run now, that wait for their time, that run, that were given up."""

    due: int
    scheduled: int
    running: int
    failed: int
    heartbeat: datetime | None
    """When any worker last showed that it lives."""


def standing() -> Standing:
    """The queue's state, for `linli check` and people who look after it."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING)
        return Standing(*cursor.fetchone())


def _execute(statement: str, given: list[str | int | float | None]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return int(cursor.rowcount)
