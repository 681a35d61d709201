"""Sweeps away what sign-in no longer needs: stale challenges, run-out windows and sessions, old lines of the log."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from linli.domains.people.signin import codes, open_sessions, throttle
from linli.domains.people.signin.models import LogLine
from linli.kernel.jobs import job
from linli.kernel.rules import rulebook


@job("signin.sweep", every="17 * * * *")
def sweep() -> None:
    """Once an hour; the log is kept as long as the law asks (rule `security.log_days`) and no longer."""
    at = timezone.now()
    codes.sweep(at=at)
    throttle.sweep(at=at)
    open_sessions.sweep(at=at)
    kept = timedelta(days=rulebook().rule("security.log_days", on=timezone.localdate(at)).value)
    LogLine.objects.filter(at__lt=at - kept).delete()
