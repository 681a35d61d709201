"""The room's own jobs: bringing back what was left half done, and forgetting what is long done."""

from __future__ import annotations

from linli.kernel.jobs.declaring import job
from linli.kernel.jobs.once import forget_older
from linli.kernel.jobs.waiting import requeue


@job("jobs.requeue", every="* * * * * */20")
def requeue_stalled() -> None:
    """Puts back the jobs of workers that were killed."""
    requeue()


@job("jobs.forget", every="40 3 * * *")
def forget_done() -> None:
    """Forgets the keys of effects that nobody retries any more."""
    forget_older(days=90)
