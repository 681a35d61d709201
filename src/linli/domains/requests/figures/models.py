"""Who took figures or requests away as a file."""

from __future__ import annotations

from django.db import models
from django.db.models import Index

from linli.domains.people.models import Account
from linli.kernel.ids import new_id


class Export(models.Model):
    """One file: what it held, what was asked for, in codes, and how many rows it had. Never what stood in them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    what = models.CharField(max_length=12)
    asked = models.JSONField()
    rows = models.PositiveIntegerField()
    by_account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = (Index(fields=["-at", "-id"], name="export_newest"),)

    def __str__(self) -> str:
        return f"{self.what} {self.rows}"
