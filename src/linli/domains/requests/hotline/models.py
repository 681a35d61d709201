"""What is known of the city's hotline: its orders, what was told to it, calls already heard, and how the line is."""

from __future__ import annotations

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from linli.domains.matters.models import Matter


class Progress(models.TextChoices):
    """How far one push has come; a stuck one waits for a person."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    STUCK = "stuck"


class Order(models.Model):
    """An order of the city, and the request it became. `number` is the city's; `sequence` that of its newest word.

    `parts` are keyed digests of what it last said, part by part; `against` that of words that contradicted it.
    """

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="+")
    number = models.CharField(max_length=64, unique=True)
    sequence = models.BigIntegerField()
    parts = models.JSONField()
    against = models.CharField(max_length=66, blank=True)
    standing = models.CharField(max_length=12)
    sign_for_by = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)
    opened_at = models.DateTimeField()
    heard_at = models.DateTimeField()
    repeats = models.PositiveIntegerField(default=0)
    updates = models.PositiveIntegerField(default=0)
    late = models.PositiveIntegerField(default=0)
    contradictions = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.number


class Push(models.Model):
    """One thing told to the city, `place` after place; `event` is ours, by which the city knows it again."""

    event = models.UUIDField(primary_key=True, editable=False)
    place = models.PositiveIntegerField()
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="pushes")
    kind = models.CharField(max_length=12)
    state = models.CharField(max_length=24)
    progress = models.CharField(max_length=8, choices=Progress.choices, default=Progress.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    noted_at = models.DateTimeField()
    due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes = (Index(fields=["due_at"], condition=Q(progress__in=["waiting", "sending"]), name="push_due"),)
        constraints = (UniqueConstraint(fields=["order", "place"], name="push_has_its_place"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class HeardCall(models.Model):
    """A signed call that was heard; its nonce is not heard again."""

    nonce = models.CharField(max_length=80, primary_key=True)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.at.isoformat()


class Line(models.Model):
    """How the line to the city is: the newest of each, how far orders were fetched, whose could not be read."""

    city = models.CharField(max_length=16, primary_key=True)
    cursor = models.CharField(max_length=200, blank=True)
    heard_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    fetched_at = models.DateTimeField(null=True)
    fetch_error = models.CharField(max_length=80, blank=True)
    told_at = models.DateTimeField(null=True)
    unread = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.city
