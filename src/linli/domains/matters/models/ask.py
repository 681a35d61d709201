"""Whatever needs approval (请批): asked, then granted, refused or lapsed."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from linli.domains.matters.models.matter import Matter
from linli.domains.people.models import Account
from linli.kernel.ids import new_id


class Outcome(models.TextChoices):
    """How an ask ended."""

    GRANTED = "granted"
    REFUSED = "refused"
    LAPSED = "lapsed"


class Ask(models.Model):
    """`kind` says what is asked (bounce, extension …), `ground` why, in coded words; the evidence is a Text."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="asks")
    kind = models.CharField(max_length=24)
    ground = models.CharField(max_length=48)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            UniqueConstraint(fields=["matter", "kind"], condition=Q(outcome=""), name="ask_stands_once"),
            CheckConstraint(
                condition=Q(outcome="", decided_at__isnull=True) | (~Q(outcome="") & Q(decided_at__isnull=False)),
                name="ask_is_decided_or_not",
            ),
        )
        indexes = (Index(fields=["kind", "asked_at"], name="ask_kind"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.outcome or 'asked'}"
