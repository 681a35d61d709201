"""Rules of the office, versions of the learned model, and what was suggested beside what people decided."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, UniqueConstraint

from linli.domains.matters.models import Matter
from linli.domains.people.models import Account, Organisation
from linli.domains.places.models import Place
from linli.kernel.ids import new_id


class RoutingRule(models.Model):
    """If one of `words` stands in a request below `place`, it is about `category`, or goes to `receiver`, or both."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    words = ArrayField(models.CharField(max_length=24))
    place = models.ForeignKey(Place, on_delete=models.PROTECT, db_index=False, related_name="+")
    category = models.CharField(max_length=48, blank=True)
    receiver = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return "/".join(self.words)


class ModelVersion(models.Model):
    """One training: what it learned from, what was measured of it on texts it had not seen, and its weights."""

    number = models.PositiveIntegerField(primary_key=True)
    trained_at = models.DateTimeField()
    trained_on = models.PositiveIntegerField()
    categories = models.PositiveSmallIntegerField()
    accuracy = models.FloatField()
    covered = models.FloatField()
    right_where_sure = models.FloatField()
    calibration_error = models.FloatField()
    weights = models.BinaryField()
    active = models.BooleanField(default=False)
    chosen_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    chosen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (UniqueConstraint(fields=["active"], condition=Q(active=True), name="model_one_active"),)

    def __str__(self) -> str:
        return str(self.number)


class Suggestion(models.Model):
    """What was suggested of one request, why, and what a person then decided; an empty category leaves it to them."""

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="+")
    category = models.CharField(max_length=48, blank=True)
    confidence = models.FloatField(null=True)
    words = ArrayField(models.CharField(max_length=24), default=list)
    receiver = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    received_so = models.PositiveIntegerField(default=0)
    received_all = models.PositiveIntegerField(default=0)
    similar = ArrayField(models.UUIDField(), default=list)
    rule = models.ForeignKey(RoutingRule, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    version = models.ForeignKey(ModelVersion, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    at = models.DateTimeField()
    decided_category = models.CharField(max_length=48, blank=True)
    decided_receiver = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, db_index=False, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return str(self.pk)
