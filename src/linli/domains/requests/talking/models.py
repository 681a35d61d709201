"""Where a conversation stands."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from linli.domains.matters.models import Matter
from linli.domains.people.models import Person
from linli.domains.places.models import Place


class Step(models.TextChoices):
    """What the conversation waits for."""

    WHAT = "what"
    WHERE = "where"
    YES = "yes"


class Talk(models.Model):
    """One resident's conversation. `key` is a keyed digest of their address, `address` the sealed address itself;
    `words` are the sealed words of what is not filed yet, `offered` the places to choose from."""

    key = models.BinaryField(max_length=33, primary_key=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    address = models.UUIDField()
    step = models.CharField(max_length=8, choices=Step.choices, default=Step.WHAT)
    words = models.UUIDField(null=True)
    offered = ArrayField(models.UUIDField(), default=list)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    pictures = ArrayField(models.CharField(max_length=200), default=list)
    request = models.ForeignKey(Matter, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    heard_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.step
