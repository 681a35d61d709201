"""The tables of sign-in: sessions, challenges, second factors, limits and the log. No personal value in clear."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import CheckConstraint, Index, Q

from linli.domains.people.signin.vocabulary import Device, Door, Happening
from linli.kernel.ids import new_id


class Session(AbstractBaseSession):
    """A browser's session; whose, since when and from what kind of device, so that its owner can see and end it."""

    id = models.UUIDField(default=new_id, unique=True, editable=False)
    account = models.UUIDField(null=True, blank=True)
    door = models.CharField(max_length=8, blank=True)
    kept = models.BooleanField(default=False)
    started_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField()
    network = models.CharField(max_length=43, blank=True)
    device = models.CharField(max_length=8, blank=True)

    class Meta(AbstractBaseSession.Meta):
        abstract = False
        indexes = (Index(fields=["account"], condition=Q(account__isnull=False), name="signin_session_account"),)

    @classmethod
    def get_session_store_class(cls) -> type:
        """The store that writes these rows, by its setting: the store imports this model, not the other way round."""
        store: type = import_module(settings.SESSION_ENGINE).SessionStore
        return store


class Challenge(models.Model):
    """A code someone asked for. The code itself is derived, never stored; the phone is sealed until used or stale."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    phone = models.BinaryField()
    phone_mark = models.UUIDField()
    asked_at = models.DateTimeField()
    until = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (Index(fields=["until"], name="signin_challenge_until"),)

    def __str__(self) -> str:
        return str(self.id)


class Limit(models.Model):
    """When something was done by whoever the opaque key stands for: the newest times within its window."""

    key = models.UUIDField(primary_key=True)
    hits = ArrayField(models.DateTimeField())
    until = models.DateTimeField()

    class Meta:
        indexes = (Index(fields=["until"], name="signin_limit_until"),)

    def __str__(self) -> str:
        return str(self.key)


class Password(models.Model):
    """When a password was set, and whether its owner must still choose their own; the digest is the account's."""

    account = models.UUIDField(primary_key=True)
    set_at = models.DateTimeField()
    temporary = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.account)


class AuthenticatorApp(models.Model):
    """A TOTP secret (RFC 6238), sealed; `last_step` is the newest time step used, so that no code works twice."""

    account = models.UUIDField(primary_key=True)
    secret = models.BinaryField()
    added_at = models.DateTimeField()
    last_step = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.account)


class Passkey(models.Model):
    """A WebAuthn credential: its public half, and the counter that shows a copied key."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.UUIDField(db_index=True)
    credential = models.BinaryField(unique=True)
    data = models.BinaryField()
    counter = models.BigIntegerField(default=0)
    device = models.CharField(max_length=8)
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.id)


class RecoveryCode(models.Model):
    """One recovery code as a keyed digest; it works once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.UUIDField(db_index=True)
    digest = models.BinaryField(unique=True)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.id)


class LogLine(models.Model):
    """What happened at a door; who and from where only as far as safety needs: account, network prefix, device kind."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    happening = models.CharField(max_length=16)
    door = models.CharField(max_length=8)
    account = models.UUIDField(null=True, blank=True)
    by = models.UUIDField(null=True, blank=True)
    at = models.DateTimeField()
    network = models.CharField(max_length=43, blank=True)
    device = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(happening__in=Happening.codes()), name="signin_log_happening_is_known"),
            CheckConstraint(condition=Q(door__in=Door.codes()), name="signin_log_door_is_known"),
            CheckConstraint(condition=Q(device__in=["", *Device.codes()]), name="signin_log_device_is_known"),
        )
        indexes = (
            Index(fields=["account", "-at"], name="signin_log_account"),
            Index(fields=["-at"], name="signin_log_at"),
        )

    def __str__(self) -> str:
        return f"{self.happening} {self.id}"
