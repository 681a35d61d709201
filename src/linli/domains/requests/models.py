"""What a request, an assignment and a department called are beyond a matter."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import UniqueConstraint

from linli.domains.matters.models import Matter
from linli.domains.people.models import Organisation


class Request(models.Model):
    """One request (诉求). Counters are of this life: how often it was called back, failed, reopened."""

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="request")
    kind = models.CharField(max_length=12)
    urgency = models.CharField(max_length=12)
    channel = models.CharField(max_length=12)
    confidential = models.BooleanField(default=False)
    first_receiver = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, db_index=False, related_name="+"
    )
    lead = models.OneToOneField(
        "requests.Assignment", on_delete=models.PROTECT, null=True, blank=True, related_name="leads"
    )
    call_backs = models.PositiveSmallIntegerField(default=0)
    failed_call_backs = models.PositiveSmallIntegerField(default=0)
    reopenings = models.PositiveSmallIntegerField(default=0)
    bounces = models.PositiveSmallIntegerField(default=0)
    supervised_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.pk)


class Assignment(models.Model):
    """One unit's share of a request (工单), the lead's (主办) or a helper's (协办); each dispatch is a round."""

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="assignment")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="assignments")
    unit = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    is_lead = models.BooleanField()
    round = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (UniqueConstraint(fields=["request", "unit", "round"], name="assignment_once_a_round"),)

    def __str__(self) -> str:
        return str(self.pk)


class Beginning(models.Model):
    """What a request begins with, each pair of characters mixed with its community and half-year: likeness looks here.

    Entries go into the index at once: every look for something alike would else read all that still waits.
    """

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="+")
    keys = ArrayField(models.IntegerField())

    class Meta:
        indexes = (GinIndex(fields=["keys"], name="beginning_keys", fastupdate=False),)

    def __str__(self) -> str:
        return str(self.pk)


class CalledUnit(models.Model):
    """One department called by a whistle (吹哨): when it reported in, and the verdicts of both sides on each other."""

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="called_unit")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="called_units")
    whistle = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="called_units")
    unit = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField(null=True)
    late = models.BooleanField(default=False)
    sent_back = models.PositiveSmallIntegerField(default=0)
    did_share = models.BooleanField(null=True)
    satisfied = models.BooleanField(null=True)
    rightly = models.BooleanField(null=True)

    class Meta:
        constraints = (UniqueConstraint(fields=["whistle", "unit"], name="called_once_a_whistle"),)

    def __str__(self) -> str:
        return str(self.pk)
