"""What may be done here: send letters, read them, agree to a channel and take that back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.delivery.channels import Channel, Progress
from linli.domains.delivery.jobs import carry_out
from linli.domains.delivery.letters import Letter
from linli.domains.delivery.models import Contact, Message, Sending
from linli.domains.delivery.outbox import Written, write

__all__ = ["Letter", "agree_to", "end_contact", "mark_all_read", "mark_read", "send_many"]


def send_many(letters: Sequence[Letter]) -> Written:
    """Puts letters into their inboxes in one statement, and calls the job where some leave the house.

    Runs in the caller's transaction: what is rolled back was never sent.
    """
    if not letters:
        return Written(0, 0)
    written = write(letters)
    if written.sendings:
        carry_out()
    return written


def mark_read(
    recipients: Iterable[UUID], *, messages: Sequence[UUID] = (), matter: UUID | None = None, at: datetime
) -> int:
    """Marks messages of these recipients as read: those named, or all about one matter; answers how many."""
    unread = Message.objects.filter(recipient__in=list(recipients), read_at__isnull=True)
    named = unread.filter(id__in=messages) if matter is None else unread.filter(matter=matter)
    return named.update(read_at=at)


def mark_all_read(recipients: Iterable[UUID], *, at: datetime) -> int:
    """Marks everything these recipients were sent up to now as read; answers how many."""
    unread = Message.objects.filter(recipient__in=list(recipients), read_at__isnull=True, at__lte=at)
    return unread.update(read_at=at)


def agree_to(channel: Channel, *, recipient: UUID, address: UUID, language: str = "zh-hans", at: datetime) -> None:
    """Records that the recipient agreed to be reached there; `address` is a reference into the vault.

    A new address takes the place of the old one; consent is as easily withdrawn as given (PIPL Art. 15).
    """
    with transaction.atomic():
        end_contact(channel, recipient=recipient, at=at)
        Contact.objects.create(recipient=recipient, channel=channel, address=address, language=language, agreed_at=at)


def end_contact(channel: Channel, *, recipient: UUID, at: datetime) -> bool:
    """Takes the agreement back; what already waits on this channel is still in the inbox, but leaves no more."""
    with transaction.atomic():
        Sending.objects.filter(message__recipient=recipient, channel=channel, progress=Progress.WAITING).update(
            progress=Progress.LAPSED, done_at=at
        )
        standing = Contact.objects.filter(recipient=recipient, channel=channel, ended_at__isnull=True)
        return bool(standing.update(ended_at=at))
