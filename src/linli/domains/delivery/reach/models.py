"""The tables of mailings: narrow rows without names, written set by set."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from linli.domains.delivery.reach.kinds import Kind


class Mailing(models.Model):
    """One message to every home of `paths`. `upto` is the path of the last home written; `done_at` once all are.

    `number` is the public number of what is told; `urgent` passes quiet hours and what somebody turned off.
    """

    id = models.BigAutoField(primary_key=True)
    number = models.CharField(max_length=40, unique=True)
    matter = models.UUIDField()
    template = models.CharField(max_length=80)
    params = models.JSONField(default=dict)
    paths = models.JSONField(default=list)
    urgent = models.BooleanField(default=False)
    at = models.DateTimeField()
    upto = models.TextField(default="", db_collation="C")
    homes = models.PositiveIntegerField(default=0)
    stopped_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.number


class Stair(models.Model):
    """The doors of one staircase (or of a building without any), counted by the strongest receipt of each."""

    id = models.BigAutoField(primary_key=True)
    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, db_index=False, related_name="stairs")
    path = models.TextField(db_collation="C")
    doors = models.IntegerField(default=0)
    delivered = models.IntegerField(default=0)
    read = models.IntegerField(default=0)
    told = models.IntegerField(default=0)
    read_for = models.IntegerField(default=0)
    confirmed = models.IntegerField(default=0)
    signed = models.IntegerField(default=0)

    class Meta:
        constraints = (
            UniqueConstraint(fields=["mailing", "path"], name="stair_once"),
            CheckConstraint(
                condition=Q(
                    doors__gte=F("delivered") + F("read") + F("told") + F("read_for") + F("confirmed") + F("signed")
                ),
                name="stair_counts_no_door_twice",
            ),
        )

    def __str__(self) -> str:
        return self.path


class Door(models.Model):
    """One home of a mailing; `reached` is the strength of its strongest receipt, 0 without any."""

    id = models.BigAutoField(primary_key=True)
    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, db_index=False, related_name="+")
    stair = models.ForeignKey(Stair, on_delete=models.CASCADE, related_name="+")
    place = models.UUIDField()
    reached = models.SmallIntegerField(default=0)

    class Meta:
        constraints = (UniqueConstraint(fields=["place", "mailing"], name="door_once"),)

    def __str__(self) -> str:
        return str(self.pk)


class Receipt(models.Model):
    """The first receipt of its kind for a door. `by` is the account of whoever went there; nobody's where it is theirs.

    `consent`: that they wished to have it read to them.
    """

    id = models.BigAutoField(primary_key=True)
    door = models.ForeignKey(Door, on_delete=models.CASCADE, db_index=False, related_name="receipts")
    kind = models.SmallIntegerField()
    at = models.DateTimeField()
    by = models.UUIDField(null=True)
    consent = models.BooleanField(default=False)

    class Meta:
        constraints = (
            UniqueConstraint(fields=["door", "kind"], name="receipt_once_of_each_kind"),
            CheckConstraint(condition=Q(kind__in=[kind.value for kind in Kind]), name="receipt_kind_is_known"),
            CheckConstraint(
                condition=~Q(kind=Kind.READ_FOR.value) | Q(consent=True), name="receipt_read_for_with_consent"
            ),
            CheckConstraint(
                condition=~Q(kind__in=[Kind.TOLD.value, Kind.READ_FOR.value, Kind.SIGNED.value]) | Q(by__isnull=False),
                name="receipt_at_the_door_names_who_went",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


class Muted(models.Model):
    """Somebody wants no mailings sent to them but urgent ones; they still lie in the inbox."""

    person = models.UUIDField(primary_key=True)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person)
