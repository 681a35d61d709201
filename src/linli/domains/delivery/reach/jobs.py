"""Writing a mailing slice by slice, and taking up one that was left half written."""

from __future__ import annotations

from django.utils import timezone

from linli.domains.delivery.jobs import carry_out
from linli.domains.delivery.reach.enqueueing import write_slice
from linli.domains.delivery.reach.models import Mailing
from linli.kernel.jobs import job, later


@job("reach.write")
def write_mailing(*, mailing: int) -> None:
    """Writes every home that is still missing; what leaves the house leaves while the rest is written."""
    more = True
    while more:
        more, leaving = write_slice(mailing, now=timezone.now())
        if leaving:
            carry_out()


@job("reach.take_up", every="*/5 * * * *")
def take_up() -> None:
    """Goes on with mailings that nobody writes any more."""
    for mailing in Mailing.objects.filter(done_at=None, stopped_at=None).values_list("pk", flat=True):
        later(write_mailing, key=f"reach.write:{mailing}", mailing=mailing)
