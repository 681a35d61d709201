"""A running or ended clock of a matter: what it was given, when it stood still, how it ended."""

from __future__ import annotations

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from linli.domains.matters.models.matter import Matter
from linli.kernel.ids import new_id


class Clock(models.Model):
    """`pauses` is a list of {from, to, en, zh}, `extensions` of {rule, allowance}; `due_at` is computed, for lists.

    `rule` names rule and version. `missed_at` is when it was noticed to have run out; once, whatever happens later.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="clocks")
    name = models.CharField(max_length=24)
    rule = models.CharField(max_length=80)
    allowance = models.JSONField()
    started_at = models.DateTimeField()
    pauses = models.JSONField(default=list)
    extensions = models.JSONField(default=list)
    paused = models.BooleanField(default=False)
    stopped_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField()
    provisional = models.BooleanField(default=False)
    missed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            UniqueConstraint(fields=["matter", "name"], condition=Q(stopped_at__isnull=True), name="clock_runs_once"),
        )
        indexes = (
            Index(
                fields=["due_at"],
                condition=Q(stopped_at__isnull=True, missed_at__isnull=True, paused=False),
                name="clock_due",
            ),
            Index(fields=["provisional"], condition=Q(stopped_at__isnull=True, provisional=True), name="clock_unsure"),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.due_at:%Y-%m-%d %H:%M}"
