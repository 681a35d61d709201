"""Letters that came back: their sending failed after all, and nothing more goes to an address that refuses for good."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.delivery.channels import Progress
from linli.domains.delivery.models import Contact, Sending


@transaction.atomic
def mark_bounced(sending: UUID, *, status: str, at: datetime) -> UUID | None:
    """Notes that a letter came back and its address fails; the matter it was about, if it left and was about one.

    `status` is the mail system's own, such as 5.1.1. What waits on that address lapses; it stays in the inbox.
    """
    known = Sending.objects.select_related("message").filter(pk=sending, progress=Progress.SENT).first()
    if known is None:
        return None
    Sending.objects.filter(pk=sending).update(progress=Progress.FAILED, error=f"bounced {status}"[:80], done_at=at)
    Sending.objects.filter(address=known.address, progress=Progress.WAITING).update(
        progress=Progress.LAPSED, done_at=at
    )
    Contact.objects.filter(address=known.address, ended_at=None).update(ended_at=at, failed_at=at)
    return known.message.matter
