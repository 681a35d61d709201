"""Work that follows a commit: procrastinate on the same PostgreSQL, at least once, each effect once.

A domain declares jobs in its `jobs.py` (found by itself when Django starts) and asks for them inside the transaction
that makes them necessary:

    @job("delivery.send")
    def send(letter: str) -> None: …

    later(send, letter=letter.id)

A worker (`run_worker`) runs each at least once, whatever is killed when. What must happen once is done under `once`.
"""

from procrastinate.contrib.django import app

from linli.kernel.jobs.declaring import Job, job
from linli.kernel.jobs.deferring import Call, later, later_many
from linli.kernel.jobs.inline import run_due
from linli.kernel.jobs.once import once
from linli.kernel.jobs.waiting import STALLED_AFTER, Standing, requeue, standing, withdraw
from linli.kernel.jobs.worker import run_worker

__all__ = [
    "STALLED_AFTER",
    "Call",
    "Job",
    "Standing",
    "app",
    "job",
    "later",
    "later_many",
    "once",
    "requeue",
    "run_due",
    "run_worker",
    "standing",
    "withdraw",
]
