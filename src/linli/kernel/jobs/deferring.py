"""Asking for a job, in the transaction of whatever makes it necessary: no commit, no job; commit, surely a job."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

from linli.kernel.jobs.declaring import Job

_KEYS = 0x6A6F6273
"""Space of the advisory locks below."""

_DEFER = """
INSERT INTO procrastinate_jobs (queue_name, task_name, priority, queueing_lock, args, scheduled_at)
SELECT %s, %s, 0, CASE WHEN key IS NOT NULL AND pg_try_advisory_xact_lock(%s, hashtext(key)) THEN key END,
       args::jsonb, at
FROM unnest(%s::text[], %s::text[], %s::timestamptz[]) AS call (key, args, at)
ON CONFLICT (queueing_lock) WHERE status = 'todo'
DO UPDATE SET args = excluded.args, scheduled_at = excluded.scheduled_at
"""
# Updating the waiting job, rather than leaving it, keeps a worker from taking it before this transaction commits, which
# would miss what this transaction changed. The lock keeps a busy key from making transactions wait for one another:
# who cannot have it at once adds a job of its own.


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a job: its arguments, the key under which at most one waits, and not before when it runs."""

    args: Mapping[str, Any] = field(default_factory=dict)
    key: str | None = None
    schedule_at: datetime | None = None


def later(job: Job[Any], *, key: str | None = None, schedule_at: datetime | None = None, **args: Any) -> None:
    """Have a worker run `job` with `args` once this transaction commits (outside of one: at once).

    One statement. With `key`, a call finds the job of an earlier one still waiting and takes its place, arguments and
    time (so a deadline moves): many calls, one job. Only if two open transactions use a key at the same moment may
    there be a job more; whatever is keyed must therefore look for itself whether there is something to do. `withdraw`
    takes a keyed job back. `schedule_at` (aware) is the earliest time.
    """
    later_many(job, [Call(args, key, schedule_at)])


def later_many(job: Job[Any], calls: Sequence[Call]) -> None:
    """`later` for many calls of one job, still one statement; of calls with the same key the last one counts."""
    distinct = list({call.key or index: call for index, call in enumerate(calls)}.values())
    if not distinct:
        return
    columns: list[list[Any]] = [
        [call.key for call in distinct],
        [json.dumps(dict(call.args), cls=DjangoJSONEncoder) for call in distinct],
        [call.schedule_at for call in distinct],
    ]
    with connection.cursor() as cursor:
        cursor.execute(_DEFER, [job.queue, job.name, _KEYS, *columns])
