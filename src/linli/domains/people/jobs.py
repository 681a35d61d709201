"""What the people room does by itself: lets the log of who saw whose data go once it has been kept long enough."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from linli.kernel.jobs import job
from linli.kernel.rules import rulebook
from linli.kernel.vault import forget_accesses


@job("people.forget_accesses", every="41 3 * * *")
def forget_old_accesses() -> None:
    """Once a night; residents read who saw their data for as long as rule `vault.access_days` says."""
    at = timezone.now()
    kept = timedelta(days=rulebook().rule("vault.access_days", on=timezone.localdate(at)).value)
    forget_accesses(before=at - kept)
