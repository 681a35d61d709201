"""Wordings that a unit keeps."""

from __future__ import annotations

from django.db import models
from django.db.models import Index

from linli.domains.people.models import Account, Organisation
from linli.kernel.ids import new_id


class Wording(models.Model):
    """One wording of one unit; `body` is masked and may hold blanks. Ended ones are kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    title = models.CharField(max_length=40)
    body = models.TextField()
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (Index(fields=["unit", "title"], name="wording_unit"),)

    def __str__(self) -> str:
        return self.title
