"""What the people room does by itself: lets old lines of who saw whose data go, and sees to posts that run out."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from linli.domains.people.running_out import enter_what_ran_out, tell_what_runs_out
from linli.kernel.jobs import job
from linli.kernel.rules import rulebook
from linli.kernel.vault import forget_accesses


@job("people.forget_accesses", every="41 3 * * *")
def forget_old_accesses() -> None:
    """Once a night; residents read who saw their data for as long as rule `vault.access_days` says."""
    at = timezone.now()
    kept = timedelta(days=rulebook().rule("vault.access_days", on=timezone.localdate(at)).value)
    forget_accesses(before=at - kept)


@job("people.tell_what_runs_out", every="17 6 * * *")
def tell_of_posts() -> None:
    """Once a morning, before work begins."""
    tell_what_runs_out(at=timezone.now())


@job("people.enter_what_ran_out", every="7 * * * *")
def enter_ends() -> None:
    """Every hour: the public record says who may no longer act."""
    enter_what_ran_out(at=timezone.now())
