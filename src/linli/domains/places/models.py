"""The table of places: one row a place, its ancestors written into its path."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from linli.domains.places.kinds import PlaceKind
from linli.kernel.geo.datums import Datum
from linli.kernel.ids import new_id
from linli.kernel.words import Words


class Place(models.Model):
    """A district, subdistrict, community, grid, building, entrance or home.

    Places are never deleted: what was demolished or merged away is retired, so that old matters keep their place.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    code = models.CharField(max_length=32, blank=True)
    position = models.PositiveIntegerField()
    path = models.TextField(db_collation="C")
    last_child = models.PositiveIntegerField(default=0)
    geometry = models.JSONField(null=True, blank=True)
    datum = models.CharField(max_length=8, default=Datum.GCJ02.value)
    lon = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    west = models.FloatField(null=True, blank=True)
    south = models.FloatField(null=True, blank=True)
    east = models.FloatField(null=True, blank=True)
    north = models.FloatField(null=True, blank=True)
    active_from = models.DateTimeField()
    active_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            UniqueConstraint(fields=["path"], name="place_path_is_unique"),
            UniqueConstraint(fields=["code"], condition=~Q(code=""), name="place_code_is_unique"),
            UniqueConstraint(
                fields=["parent", "kind", "name"],
                condition=Q(active_until__isnull=True),
                name="place_name_is_unique_among_siblings",
            ),
            CheckConstraint(condition=Q(kind__in=PlaceKind.codes()), name="place_kind_is_known"),
            CheckConstraint(condition=Q(datum__in=Datum.codes()), name="place_datum_is_known"),
            CheckConstraint(condition=Q(path__endswith="."), name="place_path_ends_with_dot"),
        )
        indexes = (
            Index(fields=["kind", "path"], name="place_kind_path"),
            Index(fields=["west", "east", "south", "north"], condition=Q(west__isnull=False), name="place_box"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def words(self) -> Words:
        """The name in both languages; the Chinese one where no other was given."""
        return Words(self.name_en or self.name, self.name)
