"""Files people add: re-encoded, stripped of place and device, sealed on disk."""

from __future__ import annotations

from django.db import models
from django.db.models import Index

from linli.domains.matters.models.matter import Matter
from linli.domains.matters.models.text import Audience
from linli.domains.people.models import Account, Person
from linli.kernel.ids import new_id


class Attachment(models.Model):
    """One file of a matter. Its bytes are sealed under `owner`'s key; `digest` is of the plain bytes as stored."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="attachments")
    mime = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    digest = models.BinaryField(max_length=32)
    owner = models.UUIDField()
    audience = models.CharField(max_length=8, choices=Audience.choices, default=Audience.PARTIES)
    by_account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by_person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = (Index(fields=["matter", "at"], name="attachment_matter"),)

    def __str__(self) -> str:
        return f"{self.mime} {self.id}"
