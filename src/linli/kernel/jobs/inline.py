"""Running what is due without a worker: for tests, and for a demo that lives through months in seconds."""

from __future__ import annotations

import json
from datetime import datetime

from django.db import connection, transaction

from linli.kernel.jobs.declaring import DECLARED

_TAKE = """
DELETE FROM procrastinate_jobs WHERE id = (
    SELECT id FROM procrastinate_jobs
    WHERE status = 'todo' AND coalesce(scheduled_at, '-infinity') <= coalesce(%s::timestamptz, now())
    ORDER BY scheduled_at NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING task_name, args::text
"""


def run_due(*, until: datetime | None = None) -> int:
    """Run every waiting job whose time is `until` (now) or earlier, in this thread, and say how many ran.

    In order of their times; jobs that jobs ask for included. Each runs in one transaction with its leaving the queue,
    so it happens once; one that raises stays in the queue, and its error is raised here.
    """
    ran = 0
    while _run_next(until):
        ran += 1
    return ran


def _run_next(until: datetime | None) -> bool:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, [until])
            row = cursor.fetchone()
        if row is None:
            return False
        name, args = row
        DECLARED[name](**json.loads(args))
    return True
