"""What the person it was for says of the result: contacted, solved and satisfied, each apart."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q

from linli.domains.matters.models.event import Event
from linli.domains.matters.models.matter import Matter
from linli.kernel.ids import new_id


class Verdict(models.Model):
    """One verdict, or one attempt to ask for it; `event` is the act that brought it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="verdicts")
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="verdict")
    unit = models.UUIDField(null=True)
    own = models.BooleanField()
    contacted = models.BooleanField()
    solved = models.BooleanField(null=True)
    satisfied = models.BooleanField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(contacted=False, solved__isnull=True, satisfied__isnull=True)
                | Q(contacted=True, solved__isnull=False, satisfied__isnull=False),
                name="verdict_needs_contact",
            ),
        )
        indexes = (Index(fields=["matter", "at"], name="verdict_matter"), Index(fields=["at"], name="verdict_at"))

    def __str__(self) -> str:
        return f"{self.contacted} {self.solved} {self.satisfied}"
