"""The outbox and inbox: messages, the addresses people agreed to be reached at, and each way out."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from linli.domains.delivery.channels import Channel, Progress, Recipient
from linli.kernel.ids import new_id


class Message(models.Model):
    """One message to one recipient; it lies in the in-app inbox from the moment it is written.

    A unit's message is read once one of its people has opened it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    to = models.CharField(max_length=8)
    recipient = models.UUIDField()
    template = models.CharField(max_length=80)
    params = models.JSONField(default=dict)
    matter = models.UUIDField(null=True, blank=True)
    key = models.CharField(max_length=200)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(to__in=Recipient.codes()), name="message_recipient_is_known"),
            UniqueConstraint(fields=["key"], name="message_once"),
        )
        indexes = (
            Index(fields=["recipient", "-at", "-id"], name="message_inbox"),
            Index(fields=["recipient"], condition=Q(read_at__isnull=True), name="message_unread"),
        )

    def __str__(self) -> str:
        return f"{self.template} {self.id}"


class Contact(models.Model):
    """A recipient agreed to be reached on a channel; the address lies in the vault, here is its reference.

    It ends when they take that back, or when a letter comes back because nobody is there: `failed_at`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recipient = models.UUIDField()
    channel = models.CharField(max_length=8)
    address = models.UUIDField()
    language = models.CharField(max_length=8, default="zh-hans")
    agreed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(channel__in=Channel.codes()), name="contact_channel_is_known"),
            UniqueConstraint(
                fields=["recipient", "channel"], condition=Q(ended_at__isnull=True), name="contact_is_agreed_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.channel} {self.recipient}"


class Sending(models.Model):
    """One message on its way out by one channel: what the job does next, and what came of it.

    Its identifier travels with the message (SMS session context, e-mail Message-ID), so that one that may or may not
    have left can be asked after. `quiet`: it does not leave in quiet hours.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="sendings")
    channel = models.CharField(max_length=8)
    address = models.UUIDField()
    language = models.CharField(max_length=8)
    progress = models.CharField(max_length=8, default=Progress.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    until = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=80, blank=True)
    receipt = models.CharField(max_length=80, blank=True)
    quiet = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(channel__in=Channel.codes()), name="sending_channel_is_known"),
            CheckConstraint(condition=Q(progress__in=Progress.codes()), name="sending_progress_is_known"),
        )
        indexes = (
            Index(
                fields=["due_at"],
                condition=Q(progress__in=[Progress.WAITING, Progress.SENDING]),
                name="sending_due",
            ),
        )

    def __str__(self) -> str:
        return f"{self.channel} {self.progress} {self.id}"
