"""One row of whatever has a life."""

from __future__ import annotations

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from linli.domains.people.models import Account, Organisation, Person
from linli.domains.places.models import Place
from linli.kernel.ids import new_id
from linli.kernel.postgres.bytea import Bytea


class Visibility(models.TextChoices):
    """Who may read a matter beyond those who have a part in it."""

    PRIVATE = "private"
    SHARED = "shared"


class Matter(models.Model):
    """A request, an assignment, a notice …: what it is, where it stands, who holds it, what is due when.

    `title` is masked; `facts` are coded and never personal; `version` counts acts; `due_at` is the nearest running
    clock's deadline; `published_at` is when a shared matter was first shown to neighbours.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=24)
    number = models.CharField(max_length=24)
    title = models.CharField(max_length=120)
    category = models.CharField(max_length=48, blank=True)
    facts = models.JSONField(default=dict)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    path = models.TextField(db_collation="C")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="parts"
    )
    opener = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    holder_unit = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    holder = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    state = models.CharField(max_length=24)
    state_since = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    visibility = models.CharField(max_length=8, choices=Visibility.choices, default=Visibility.PRIVATE)
    published_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    due_clock = models.CharField(max_length=24, blank=True)
    due_provisional = models.BooleanField(default=False)
    tracking = Bytea(null=True, blank=True, max_length=32)

    class Meta:
        constraints = (
            UniqueConstraint(fields=["number"], name="matter_number_once"),
            UniqueConstraint(fields=["tracking"], condition=Q(tracking__isnull=False), name="matter_tracking_once"),
        )
        indexes = (  # what most matters have not, no index holds: filing one writes to few
            Index(fields=["kind", "-opened_at", "-id"], name="matter_newest"),
            Index(fields=["kind", "category", "-opened_at"], name="matter_category"),
            Index(fields=["kind", "state", "-opened_at"], name="matter_state"),
            Index(fields=["kind", "path", "-opened_at"], name="matter_path"),
            Index(fields=["kind", "-opened_at", "-id"], condition=Q(closed_at__isnull=True), name="matter_open"),
            Index(fields=["kind", "state", "due_at"], condition=Q(closed_at__isnull=True), name="matter_due"),
            Index(fields=["holder_unit", "kind", "-opened_at"], name="matter_unit"),
            Index(fields=["parent"], condition=Q(parent__isnull=False), name="matter_parent"),
            Index(fields=["opener", "-opened_at"], condition=Q(opener__isnull=False), name="matter_opener"),
            Index(fields=["holder", "-opened_at"], condition=Q(holder__isnull=False), name="matter_holder"),
            Index(fields=["-published_at", "-id"], condition=Q(published_at__isnull=False), name="matter_published"),
        )

    def __str__(self) -> str:
        return self.number
