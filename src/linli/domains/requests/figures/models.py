"""Who took figures or requests away as a file, and who asked to take many and was let."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q

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


class ExportAsk(models.Model):
    """Somebody asks to take many requests away; somebody else decides. `reason` and `why` are kept masked.

    Granted, it may be taken once, until `until`; `taken` is the file it became.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    asked = models.JSONField()
    rows = models.PositiveIntegerField()
    reason = models.CharField(max_length=200)
    by_account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField()
    outcome = models.CharField(max_length=8, blank=True)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    decided_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=200, blank=True)
    taken = models.OneToOneField(Export, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("by_account")), name="export_decided_by_another"
            ),
            CheckConstraint(
                condition=Q(outcome="", decided_at=None) | (~Q(outcome="") & Q(decided_at__isnull=False)),
                name="export_is_decided_or_not",
            ),
            CheckConstraint(condition=Q(taken=None) | Q(outcome="granted"), name="export_taken_when_granted"),
        )
        indexes = (Index(fields=["until"], condition=Q(outcome=""), name="export_asked"),)

    def __str__(self) -> str:
        return f"{self.rows} {self.outcome or 'asked'}"
