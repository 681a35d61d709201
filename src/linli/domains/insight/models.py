"""Digests, frozen, and what people said of their samples."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from linli.domains.people.models import Account
from linli.domains.places.models import Place
from linli.kernel.ids import new_id


class Digest(models.Model):
    """The digest of one place and week. `numbers` are what its `entry` in the record holds, word for word.

    `made_of` is what they were computed from, as canonical JSON: codes alone; the entry holds a commitment to it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, db_index=False, related_name="+")
    since = models.DateField()
    frozen_at = models.DateTimeField()
    numbers = models.JSONField()
    made_of = models.BinaryField()
    entry = models.UUIDField()

    class Meta:
        constraints = (UniqueConstraint(fields=["place", "since"], name="digest_once_a_week"),)

    def __str__(self) -> str:
        return f"{self.place_id} {self.since}"


class Check(models.Model):
    """A person looked at one message of a sample: whether it is sorted where it belongs."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    digest = models.ForeignKey(Digest, on_delete=models.PROTECT, db_index=False, related_name="checks")
    number = models.CharField(max_length=24)
    fits = models.BooleanField()
    by_account = models.ForeignKey(Account, on_delete=models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField()
    entry = models.UUIDField()

    class Meta:
        constraints = (UniqueConstraint(fields=["digest", "number"], name="digest_checked_once"),)

    def __str__(self) -> str:
        return f"{self.number} {self.fits}"
