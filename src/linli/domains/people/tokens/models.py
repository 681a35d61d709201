"""The table of tokens."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from linli.domains.people.models import Account
from linli.kernel.ids import new_id


class Token(models.Model):
    """One key of one account. `digest` is of the secret; `name` says what it is for, to people."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.BinaryField(max_length=32, unique=True)
    purposes = ArrayField(models.CharField(max_length=24))
    issued_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class KeptAnswer(models.Model):
    """What a call was answered, for whoever sends it again: see `repeating`. `asked` is a digest of the call."""

    key = models.BinaryField(max_length=32, primary_key=True)
    asked = models.BinaryField(max_length=32)
    sealed = models.BinaryField(null=True)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.at)
