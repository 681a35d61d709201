"""What may be read here: the inbox, its count, the channels someone agreed to, and how sending goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from linli.domains.delivery.channels import Channel, Progress
from linli.domains.delivery.models import Contact, Message, Sending
from linli.domains.delivery.templates import template
from linli.kernel.words import Words

PAGE = 50


@dataclass(frozen=True, slots=True)
class InboxItem:
    """One message as its reader sees it."""

    id: UUID
    words: Words
    matter: UUID | None
    at: datetime
    unread: bool


def inbox(
    recipients: Iterable[UUID], *, before: tuple[datetime, UUID] | None = None, unread_only: bool = False
) -> list[InboxItem]:
    """The newest messages of these recipients (a person, their account, their units), at most `PAGE`.

    `before` is the (at, id) of the last item of the page above. One statement.
    """
    rows = Message.objects.filter(recipient__in=list(recipients))
    if unread_only:
        rows = rows.filter(read_at__isnull=True)
    if before:
        at, identifier = before
        rows = rows.filter(at__lte=at).exclude(at=at, id__gte=identifier)
    return [_item(message) for message in rows.order_by("-at", "-id")[:PAGE]]


def _item(message: Message) -> InboxItem:
    words = template(message.template).sentence(message.params)
    return InboxItem(message.id, words, message.matter, message.at, message.read_at is None)


def unread(recipients: Iterable[UUID]) -> int:
    """How many messages wait to be read. One statement."""
    return Message.objects.filter(recipient__in=list(recipients), read_at__isnull=True).count()


def channels_of(recipient: UUID) -> Sequence[Channel]:
    """The channels this recipient agreed to."""
    agreed = Contact.objects.filter(recipient=recipient, ended_at__isnull=True).values_list("channel", flat=True)
    return [Channel(channel) for channel in agreed]


@dataclass(frozen=True, slots=True)
class Way:
    """One way out that a recipient agreed to; `failed`: it ended because letters came back."""

    id: UUID
    channel: Channel
    since: datetime
    failed: bool


def ways_of(recipient: UUID) -> list[Way]:
    """The ways this recipient is reached by, and those that failed without another in their place; one statement."""
    rows = Contact.objects.filter(Q(ended_at=None) | Q(failed_at__isnull=False), recipient=recipient)
    known = [
        Way(each.id, Channel(each.channel), each.agreed_at, each.ended_at is not None)
        for each in rows.order_by("agreed_at", "id")
    ]
    standing = {way.channel for way in known if not way.failed}
    failed = {way.channel: way for way in known if way.failed and way.channel not in standing}
    return [*(way for way in known if not way.failed), *failed.values()]


def letters_sent(sendings: Iterable[UUID]) -> list[tuple[UUID, UUID]]:
    """Of these sendings, the matter and the recipient of those about one; one statement.

    A sending's identifier is random and stands in its letter alone: whoever names it has the letter.
    """
    named = Sending.objects.filter(pk__in=set(sendings)).values_list("message__matter", "message__recipient")
    return [(matter, recipient) for matter, recipient in named if matter is not None]


def sendings() -> dict[Channel, dict[Progress, int]]:
    """How many messages stand where on each channel: what an operator watches."""
    counted = Sending.objects.values_list("channel", "progress").annotate(Count("id"))
    standing: dict[Channel, dict[Progress, int]] = {channel: {} for channel in Channel}
    for channel, progress, number in counted:
        standing[Channel(channel)][Progress(progress)] = number
    return standing
