"""What matters do by themselves: notice clocks that ran out, take in new schedules, follow places, sweep up."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from linli.domains.matters.indexing import put_in_order
from linli.domains.matters.missing import BATCH, mark_missed
from linli.domains.matters.moving import follow_places
from linli.domains.matters.recomputing import recompute_clocks
from linli.kernel.jobs import job
from linli.kernel.vault import sweep_files

UNFINISHED = timedelta(hours=1)
"""No act takes this long: what no row knows by then was rolled back, or its process was killed."""


@job("matters.mark_missed", every="* * * * *")
def mark_all_missed() -> None:
    """Notices every clock that has run out since the last look."""
    at = timezone.now()
    while mark_missed(at=at) == BATCH:
        pass


@job("matters.order_search", every="* * * * *")
def order_search() -> None:
    """Keeps the index of words in order."""
    put_in_order()


@job("matters.recompute_clocks", every="7 * * * *")
def take_in_schedules() -> None:
    """Settles provisional deadlines once the year's schedule is published."""
    recompute_clocks(at=timezone.now())


@job("matters.refresh_paths")
def refresh_paths(*, path: str) -> None:
    """Has matters at or below this path follow their places."""
    follow_places(path)


@job("matters.sweep_files", every="23 * * * *")
def sweep_orphans() -> None:
    """Deletes sealed files that no row knows."""
    sweep_files(untouched_since=timezone.now() - UNFINISHED)
