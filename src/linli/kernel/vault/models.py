"""The vault's tables. Owners and matters are opaque UUIDs: the vault knows no person, only whose key it holds."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now


class DataKey(models.Model):
    """One person's data key, wrapped by a master key; empty once destroyed, and never refilled."""

    owner = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField(null=True)
    master = models.CharField(max_length=40)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.pk)


class SealedValue(models.Model):
    """One personal value, sealed under its owner's data key; bound to owner, field and its own id."""

    id = models.UUIDField(primary_key=True)
    owner = models.UUIDField(db_index=True)
    field = models.CharField(max_length=64)
    algorithm = models.SmallIntegerField()
    sealed = models.BinaryField()
    blind = models.BinaryField(null=True)
    sealed_at = models.DateTimeField()

    class Meta:
        db_table = "vault_value"
        indexes = (
            models.Index(fields=["blind", "field"], name="vault_blind", condition=models.Q(blind__isnull=False)),
        )

    def __str__(self) -> str:
        return str(self.pk)


class SealedFile(models.Model):
    """One sealed file on disk; the row holds what opening it needs besides the key."""

    id = models.UUIDField(primary_key=True)
    owner = models.UUIDField(db_index=True)
    field = models.CharField(max_length=64)
    algorithm = models.SmallIntegerField()
    size = models.BigIntegerField()
    sealed_at = models.DateTimeField()

    class Meta:
        db_table = "vault_file"

    def __str__(self) -> str:
        return str(self.pk)


class Access(models.Model):
    """Someone opened someone's values: one row per owner and act, which the database will not change or drop early."""

    id = models.UUIDField(primary_key=True)
    owner = models.UUIDField()
    fields = ArrayField(models.CharField(max_length=64))
    purpose = models.CharField(max_length=24)
    basis = models.CharField(max_length=16)
    account = models.UUIDField(null=True)
    person = models.UUIDField(null=True)
    label = models.CharField(max_length=200)
    matter = models.UUIDField(null=True)
    at = models.DateTimeField()
    written_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = (
            models.Index(fields=["owner", "-at"], name="vault_access_owner"),
            models.Index(fields=["-at"], name="vault_access_at"),
        )

    def __str__(self) -> str:
        return str(self.pk)


class Erasure(models.Model):
    """An owner whose key was destroyed, known only by the digest of the identifier; old backups honour it."""

    owner_digest = models.CharField(primary_key=True, max_length=64)
    at = models.DateTimeField()
    reason = models.CharField(max_length=200)

    def __str__(self) -> str:
        return str(self.pk)
