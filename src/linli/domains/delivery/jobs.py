"""The job that empties the outbox: called when a letter leaves, and every minute for what was put off."""

from __future__ import annotations

from django.utils import timezone

from linli.domains.delivery.claims import due
from linli.domains.delivery.post import post
from linli.kernel.jobs import job, later


@job("delivery.empty_outbox", every="* * * * *")
def empty_outbox() -> None:
    """Sends whatever is due, each message once over all workers."""
    for sending, maybe_left in due(at=timezone.now()):
        post(sending, maybe_left=maybe_left, at=timezone.now())


def carry_out() -> None:
    """Has the outbox emptied once this transaction commits; any number of calls make one job."""
    later(empty_outbox, key="delivery.empty_outbox")
