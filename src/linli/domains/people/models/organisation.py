"""A body that takes part: an office, a department, a company, a team."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from linli.domains.people.vocabulary import OrganisationKind
from linli.domains.places.models import Place
from linli.kernel.ids import new_id
from linli.kernel.words import Words


class Organisation(models.Model):
    """A body that holds posts here; `place` is the area it answers for, or where it stands.

    `phone` is public: whoever would rather talk may call it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=32)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    credit_code = models.CharField(max_length=18, blank=True)
    phone = models.CharField(max_length=32, blank=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="organisations")
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(kind__in=OrganisationKind.codes()), name="organisation_kind_is_known"),
            UniqueConstraint(
                fields=["credit_code"], condition=~Q(credit_code=""), name="organisation_credit_code_is_unique"
            ),
            UniqueConstraint(
                fields=["place", "kind", "name"], condition=Q(active=True), name="organisation_name_is_unique"
            ),
        )
        indexes = (Index(fields=["kind", "place"], name="organisation_kind_place"),)

    def __str__(self) -> str:
        return self.name

    @property
    def words(self) -> Words:
        """The name in both languages; the Chinese one where no other was given."""
        return Words(self.name_en or self.name, self.name)
