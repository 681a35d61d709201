"""What a post lets its holder do, and how that changed over time."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from linli.kernel.ids import new_id
from linli.kernel.words import Words


class Role(models.Model):
    """A named set of rights, edited in the office; every change leaves a RoleChange."""

    code = models.SlugField(primary_key=True, max_length=48)
    name = models.CharField(max_length=64)
    name_en = models.CharField(max_length=64)
    rights = ArrayField(models.CharField(max_length=64), default=list)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.code

    @property
    def words(self) -> Words:
        """The name in both languages."""
        return Words(self.name_en, self.name)


class RoleChange(models.Model):
    """One change of one role: who, when, why, and what stood there before and after."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="changes")
    at = models.DateTimeField()
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    before = models.JSONField()
    after = models.JSONField()

    def __str__(self) -> str:
        return f"{self.role_id} {self.at:%Y-%m-%d}"
