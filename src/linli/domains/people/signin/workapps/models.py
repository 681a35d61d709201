"""Who bound which account of a work app."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from linli.domains.people.models import Account


class Bound(models.Model):
    """One account here, one user there. `user` is a keyed digest: what the work app calls them is not kept."""

    app = models.CharField(max_length=12)
    user = models.BinaryField(max_length=33)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    bound_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            UniqueConstraint(fields=["app", "user"], name="work_app_user_bound_once"),
            UniqueConstraint(fields=["app", "account"], name="account_bound_once_an_app"),
        )

    def __str__(self) -> str:
        return self.app
