"""Who wants to hear of a matter that is not their own."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from linli.domains.matters.models.matter import Matter
from linli.domains.people.models import Person


class Follow(models.Model):
    """A neighbour follows a matter; `me_too` says it is theirs as well."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="follows")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    me_too = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        constraints = (UniqueConstraint(fields=["matter", "person"], name="follow_once"),)

    def __str__(self) -> str:
        return f"{self.matter_id} {self.me_too}"
