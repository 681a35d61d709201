"""What people wrote: the masked copy here, the original sealed in the vault."""

from __future__ import annotations

from django.db import models
from django.db.models import Index

from linli.domains.matters.models.event import Event
from linli.domains.matters.models.matter import Matter
from linli.domains.people.models import Account, Person
from linli.kernel.ids import new_id


class Audience(models.TextChoices):
    """Who may read a text: the opener and staff, staff alone, or everyone who may see the matter."""

    PARTIES = "parties"
    STAFF = "staff"
    EVERYONE = "everyone"


class Text(models.Model):
    """One free text of a matter. `body` is masked; `sealed` refers to the original, `owner` to whose key seals it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="texts", db_index=False)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, blank=True, related_name="texts")
    field = models.CharField(max_length=24)
    body = models.TextField()
    sealed = models.UUIDField(null=True)
    owner = models.UUIDField()
    audience = models.CharField(max_length=8, choices=Audience.choices)
    by_account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    by_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        indexes = (Index(fields=["matter", "at"], name="text_matter"),)

    def __str__(self) -> str:
        return f"{self.field} {self.id}"
