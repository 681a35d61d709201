"""Which sendings are due, taken one worker at a time, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from linli.domains.delivery.channels import Channel, Progress
from linli.domains.delivery.models import Sending
from linli.domains.delivery.retries import ATTEMPTS, UNCERTAIN, wait_after


def due(*, at: datetime) -> Iterator[tuple[Sending, bool]]:
    """Each due sending once over all workers, with whether an earlier try may have sent it already.

    One at a time: no claim waits behind a slow gateway long enough to look left lying.
    """
    while claimed := _claim(at=at):
        yield claimed


def _claim(*, at: datetime) -> tuple[Sending, bool] | None:
    """Takes the next one in a short transaction, skipping what another worker holds."""
    waiting = Q(progress=Progress.WAITING, due_at__lte=at)
    left_lying = Q(progress=Progress.SENDING, claimed_at__lte=at - UNCERTAIN)
    with transaction.atomic():
        found = Sending.objects.select_for_update(skip_locked=True, of=("self",)).select_related("message")
        sending = found.filter(waiting | left_lying).order_by("due_at").first()
        if sending is None:
            return None
        sending.attempts += 1
        Sending.objects.filter(id=sending.id).update(
            progress=Progress.SENDING, claimed_at=at, attempts=sending.attempts
        )
    return sending, sending.progress == Progress.SENDING


def mark_sent(sending: Sending, *, receipt: str, at: datetime) -> None:
    """It left; nothing sends it again."""
    _settle(sending, Progress.SENT, at=at, receipt=receipt[:80], error="")


def mark_failed(sending: Sending, *, error: str, at: datetime) -> None:
    """It will not leave by this channel."""
    _settle(sending, Progress.FAILED, at=at, error=error[:80])


def mark_lapsed(sending: Sending, *, at: datetime) -> None:
    """It is too old to be of use outside the inbox."""
    _settle(sending, Progress.LAPSED, at=at)


def mark_unsure(sending: Sending, *, error: str) -> None:
    """It may have left: the claim stays, and whoever takes it up later asks first."""
    Sending.objects.filter(id=sending.id, progress=Progress.SENDING).update(error=error[:80])


def keep_until(sending: Sending, at: datetime) -> None:
    """It waits for the morning as it stood before the claim; that is no try. What may have left is asked after then."""
    Sending.objects.filter(id=sending.id, progress=Progress.SENDING).update(
        progress=sending.progress, due_at=at, attempts=sending.attempts - 1
    )


def put_off(sending: Sending, *, error: str, at: datetime, again_in: timedelta | None) -> None:
    """It did not leave: try again later, unless it has been tried often enough."""
    if again_in is None or sending.attempts >= ATTEMPTS[Channel(sending.channel)]:
        mark_failed(sending, error=error, at=at)
        return
    wait = max(again_in, wait_after(sending.attempts))
    Sending.objects.filter(id=sending.id, progress=Progress.SENDING).update(
        progress=Progress.WAITING, due_at=at + wait, error=error[:80]
    )


def _settle(sending: Sending, progress: Progress, *, at: datetime, **more: str) -> None:
    Sending.objects.filter(id=sending.id, progress=Progress.SENDING).update(progress=progress, done_at=at, **more)
