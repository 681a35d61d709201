"""What notices do by themselves: come out at their time, be filed away after their last day."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localdate

from linli.domains.matters.engine import Move, perform_many
from linli.domains.notices.lifecycle.ending import Archive
from linli.domains.notices.lifecycle.reviewing import Publish
from linli.domains.notices.models import Notice
from linli.domains.notices.states import APPROVED, PUBLISHED
from linli.domains.people.actor import SYSTEM
from linli.kernel.jobs import job
from linli.kernel.lifecycle import State, Transition


@job("notices.publish_due", every="* * * * *")
def publish_due() -> None:
    """Publishes what was approved and whose time has come; two runs at once publish it once."""
    at = timezone.now()
    _move(Q(publish_at__lte=at), APPROVED, Publish(), at=at)


@job("notices.archive", every="11 0 * * *")
def archive_ended() -> None:
    """Files away what held until yesterday."""
    at = timezone.now()
    _move(Q(until__lt=localdate(at)), PUBLISHED, Archive(), at=at)


def _move(wanted: Q, state: State, details: Transition, *, at: datetime) -> None:
    """Moves these that stand there; one taken back or moved meanwhile is refused by the engine, which is right."""
    found = Notice.objects.filter(wanted, matter__state=state.code).order_by("pk").values_list("pk", flat=True)
    for notice in found:
        perform_many([Move(matter=notice, details=details)], by=SYSTEM, at=at)
