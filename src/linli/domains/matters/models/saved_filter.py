"""A view of a list that someone wants to come back to."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from linli.domains.people.models import Account
from linli.kernel.ids import new_id

LONGEST_NAME = 24
LONGEST_ASKED = 400


class SavedFilter(models.Model):
    """One account's name for a filtered list; `asked` is the list's own query string, without words searched for."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    page = models.CharField(max_length=16)
    name = models.CharField(max_length=LONGEST_NAME)
    asked = models.CharField(max_length=LONGEST_ASKED)
    at = models.DateTimeField()

    class Meta:
        constraints = (UniqueConstraint(fields=["account", "page", "name"], name="saved_filter_name_is_unique"),)

    def __str__(self) -> str:
        return self.name
