"""What people do about the hotline: have something stuck told again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.matters.queries import get
from linli.domains.people.actor import Actor
from linli.domains.requests.hotline.jobs import tell_soon
from linli.domains.requests.hotline.models import Progress, Push
from linli.domains.requests.hotline.refusals import no_such_push, not_the_desks
from linli.domains.requests.rights import DISPATCH


@transaction.atomic
def try_again(push: UUID, *, by: Actor, at: datetime) -> None:
    """Has what is stuck told anew, with all its tries before it; by whoever dispatches at its place."""
    row = Push.objects.select_for_update().filter(pk=push).first()
    if row is None:
        raise no_such_push()
    matter = get(row.order_id, by=by)
    if not by.may(DISPATCH.code, at_place=matter.path):
        raise not_the_desks()
    if row.progress != Progress.STUCK:
        raise no_such_push()
    row.progress, row.attempts, row.due_at, row.error, row.done_at = Progress.WAITING, 0, at, "", None
    row.save(update_fields=["progress", "attempts", "due_at", "error", "done_at"])
    tell_soon()
