"""What search looks through: one narrow row a matter, its grams and its fortnight in one index."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Func, Index

from linli.domains.matters.models.matter import Matter

GRAMS = "search_grams"
WAITING = 1024
"""Kilobytes of new bigrams that may wait to be put in order; with more of them every search reads too much."""


class Fortnight(Func):
    """In which stretch of fourteen days, counted from 1970, a moment lies; an array of one, which the index takes."""

    template = "ARRAY[floor(extract(epoch FROM %(expressions)s AT TIME ZONE 'UTC') / 1209600)::int]"
    arity = 1


class SearchRow(models.Model):
    """Hashed bigrams of a matter's masked words (kernel/text); candidates here, exact recheck on the texts.

    The fortnight stands beside the grams so that what is written every day is looked for among the newest alone.
    """

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="+")
    path = models.TextField(db_collation="C")
    opened_at = models.DateTimeField()
    grams = ArrayField(models.IntegerField())
    fortnight = models.GeneratedField(
        expression=Fortnight("opened_at"), output_field=ArrayField(models.IntegerField()), db_persist=True
    )

    class Meta:
        indexes = (
            GinIndex(fields=["grams", "fortnight"], name=GRAMS, fastupdate=True, gin_pending_list_limit=WAITING),
            Index(fields=["-opened_at", "-matter"], name="search_newest"),
        )

    def __str__(self) -> str:
        return str(self.pk)
