"""Who does what for whom, where, and from when to when."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from linli.domains.people.models.account import Account
from linli.domains.people.models.organisation import Organisation
from linli.domains.people.models.role import Role
from linli.domains.places.models import Place
from linli.kernel.ids import new_id


class Post(models.Model):
    """A role held in an organisation over a place and all below it, for a period; ended, never deleted.

    `ending_told_at` and `end_told_at` say when others were told that it runs out soon, and that it is over: once each;
    `end_entered_at` when its end went on the record, by hand or because its last day had passed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="posts")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="posts")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="posts")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="posts")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    granted_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    ending_told_at = models.DateTimeField(null=True, blank=True)
    end_told_at = models.DateTimeField(null=True, blank=True)
    end_entered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="post_ends_after_it_began"
            ),
            UniqueConstraint(
                fields=["account", "organisation", "role", "place"],
                condition=Q(until__isnull=True),
                name="post_is_held_once",
            ),
        )
        indexes = (
            Index(fields=["organisation", "role"], name="post_organisation_role"),
            Index(fields=["until"], condition=Q(end_told_at=None, until__isnull=False), name="post_runs_out"),
            Index(fields=["until"], condition=Q(end_entered_at=None, until__isnull=False), name="post_ran_out"),
        )

    def __str__(self) -> str:
        return f"{self.role_id} {self.account_id}"
