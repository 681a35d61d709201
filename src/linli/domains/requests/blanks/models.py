"""Paper forms that were printed."""

from __future__ import annotations

from django.db import models

from linli.domains.matters.models import Matter
from linli.domains.people.models import Account
from linli.domains.places.models import Place


class PaperForm(models.Model):
    """One printed form of one place; once it was typed in, the request it became. Its key is what its number says."""

    id = models.BigAutoField(primary_key=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    printed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    printed_at = models.DateTimeField()
    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return str(self.pk)
