"""How matters of any kinds belong together."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from linli.domains.matters.models.matter import Matter


class Relation(models.TextChoices):
    """Why two matters are linked."""

    ORIGIN = "origin"
    RELATED = "related"
    MERGED = "merged"


class Link(models.Model):
    """`later` came from, or is related to, `earlier`."""

    earlier = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="led_to")
    later = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="came_from")
    relation = models.CharField(max_length=12, choices=Relation.choices)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            UniqueConstraint(fields=["earlier", "later", "relation"], name="link_stands_once"),
            CheckConstraint(condition=~Q(earlier=F("later")), name="link_joins_two"),
        )

    def __str__(self) -> str:
        return f"{self.relation} {self.earlier_id} → {self.later_id}"
