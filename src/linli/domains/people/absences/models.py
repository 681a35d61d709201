"""Who is away, and who stands in."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q

from linli.domains.people.models import Account, Organisation
from linli.kernel.ids import new_id


class Absence(models.Model):
    """Somebody away from one unit for a time, with one stand-in; where the stand-in changes, a row follows a row.

    Why somebody is away is not kept. What was called off before it began lasts no time at all.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    stand_in = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    since = models.DateTimeField()
    until = models.DateTimeField()
    entered_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    entered_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(until__gte=F("since")), name="absence_ends_after_it_began"),
            CheckConstraint(condition=~Q(account=F("stand_in")), name="absence_has_another_stand_in"),
        )
        indexes = (
            Index(fields=["account", "until"], name="absence_account"),
            Index(fields=["stand_in", "until"], name="absence_stand_in"),
            Index(fields=["unit", "until"], name="absence_unit"),
        )

    def __str__(self) -> str:
        return str(self.pk)
