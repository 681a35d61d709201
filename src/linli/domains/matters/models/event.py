"""What happened to a matter: one row an act, never changed."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from linli.domains.matters.models.matter import Matter
from linli.domains.people.models import Account, Organisation, Person
from linli.kernel.ids import new_id


class Event(models.Model):
    """One performed transition. `details` are coded; words live in Text; `version` is the matter's after it.

    `entry` is its fact in the public record, where it has one. Nobody looks up what someone did: no index for it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="events", db_index=False)
    version = models.PositiveIntegerField()
    verb = models.CharField(max_length=48)
    source = models.CharField(max_length=24, blank=True)
    target = models.CharField(max_length=24)
    at = models.DateTimeField()
    by_account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    by_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    by_unit = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    on_behalf_of = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    authorisation = models.UUIDField(null=True, blank=True)
    channel = models.CharField(max_length=16)
    details = models.JSONField(default=dict)
    public = models.BooleanField(default=True)
    entry = models.UUIDField(null=True)

    class Meta:
        constraints = (UniqueConstraint(fields=["matter", "version"], name="event_follows_version"),)

    def __str__(self) -> str:
        return f"{self.verb} {self.version}"
