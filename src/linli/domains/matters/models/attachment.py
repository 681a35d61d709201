"""Files people add: re-encoded, stripped of place and device, sealed on disk."""

from __future__ import annotations

from django.db import models
from django.db.models import Index

from linli.domains.matters.models.event import Event
from linli.domains.matters.models.matter import Matter
from linli.domains.matters.models.text import Audience
from linli.domains.people.models import Account, Person
from linli.kernel.ids import new_id


class Shows(models.TextChoices):
    """What a photo shows: how it was before the work, or after it."""

    BEFORE = "before"
    AFTER = "after"


class Attachment(models.Model):
    """One file of a matter, with the act it came with.

    `sealed` and `thumbnail` refer to sealed files under `owner`'s key; `digest` is SHA-256 of the plain bytes as kept.
    Once erased, all three are empty and the row says that it was there.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="attachments")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="attachments")
    mime = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    digest = models.BinaryField(max_length=32)
    owner = models.UUIDField()
    sealed = models.UUIDField(null=True)
    thumbnail = models.UUIDField(null=True)
    audience = models.CharField(max_length=8, choices=Audience.choices, default=Audience.PARTIES)
    shows = models.CharField(max_length=8, choices=Shows.choices, blank=True)
    by_account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by_person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (Index(fields=["matter", "at"], name="attachment_matter"),)

    def __str__(self) -> str:
        return f"{self.mime} {self.id}"
