"""The tables of the record: entries that never change, and salts that may be deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Func, Q

from linli.kernel.ids import new_id

if TYPE_CHECKING:
    _IntegerField = models.Field[int, int]
else:
    _IntegerField = models.Field  # generic for the type checker only


class Xid8Field(_IntegerField):
    """A PostgreSQL transaction number (`xid8`), which never wraps around."""

    def db_type(self, connection: Any) -> str:
        """The column's type."""
        return "xid8"

    def from_db_value(self, value: str, *_: Any) -> int:
        """PostgreSQL's driver hands it over as text."""
        return int(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """As text, which PostgreSQL takes for any type."""
        return str(value) if isinstance(value, int) else value


class CurrentTransaction(Func):
    """The number of the transaction that writes."""

    function = "pg_current_xact_id"
    arity = 0
    output_field = Xid8Field()


class Log(models.Model):
    """One log of this deployment: it holds every stream that begins with its prefix and with no longer one.

    `size`, `root`, `checkpoint`: what was signed last, kept here before anybody sees it, so that nothing else is ever
    signed in its place. The database itself lets a log only grow (migration 0003).
    """

    id = models.SmallAutoField(primary_key=True)
    name = models.TextField(unique=True)
    """Its part of addresses and folders: small letters, digits and hyphens."""
    prefix = models.TextField(unique=True)
    origin = models.TextField(unique=True)
    """Its name for the world, and its keys'."""
    size = models.BigIntegerField(default=0)
    root = models.BinaryField(max_length=32, null=True)
    checkpoint = models.BinaryField(null=True)
    signed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.origin


class LogKey(models.Model):
    """A key that a log signs with, or signed with until `until`; the private half is a file (`signing`)."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT)
    vkey = models.TextField(unique=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.vkey


class Witness(models.Model):
    """How a witness stands to a log: up to where and when it vouched, or what keeps it from it and since when."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT, db_index=False)
    name = models.TextField()
    """What the policy calls it."""
    size = models.BigIntegerField()
    vouched_at = models.DateTimeField(null=True)
    trouble_en = models.TextField()
    trouble_zh = models.TextField()
    since = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["log", "name"], name="record_witness_of_log"),)

    def __str__(self) -> str:
        return self.name


class Entry(models.Model):
    """One public fact. Written without numbers by its act; numbered once, by the sequencer; then fixed for good.

    The database itself refuses every other change and every deletion (migration 0002).
    """

    arrival = models.BigAutoField(primary_key=True)
    """The order in which entries were written: a sequence's, so whoever saw an entry writes a later one."""
    id = models.UUIDField(unique=True, default=new_id, editable=False)
    stream = models.TextField()
    kind = models.TextField()
    body = models.BinaryField()
    """Canonical JSON (RFC 8785) without the number: see `entry.written`."""
    digest = models.BinaryField(max_length=32)
    """SHA-256 of `body`: what a signed promise names."""
    xid = Xid8Field(db_default=CurrentTransaction(), editable=False)
    """The transaction that wrote it."""
    at = models.DateTimeField(null=True)
    stream_number = models.BigIntegerField(null=True)
    """From 1, without gaps within the stream; part of the published entry."""
    log = models.ForeignKey(Log, on_delete=models.PROTECT, null=True, db_index=False)
    """Which log holds it: the one its stream belonged to when the stream began."""
    log_number = models.BigIntegerField(null=True)
    """From 0, without gaps: the entry's leaf index in its log."""

    class Meta:
        indexes = (models.Index(fields=["arrival"], condition=Q(log_number=None), name="record_waiting"),)
        constraints = (
            models.UniqueConstraint(
                fields=["log", "log_number"], condition=Q(log_number__isnull=False), name="record_log_number"
            ),
            models.UniqueConstraint(
                fields=["stream", "stream_number"],
                condition=Q(stream_number__isnull=False),
                name="record_stream_number",
            ),
            models.CheckConstraint(
                condition=Q(log=None, log_number=None, stream_number=None)
                | Q(log__isnull=False, log_number__isnull=False, stream_number__isnull=False),
                name="record_numbered_whole",
            ),
        )

    def __str__(self) -> str:
        return f"{self.stream}#{self.stream_number or '…'}"


class LongBody(models.Model):
    """The fact itself, where it was too large for its entry, which then holds only its digest."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, to_field="id")
    body = models.BinaryField()

    def __str__(self) -> str:
        return str(self.entry_id)


class Salt(models.Model):
    """What opens one commitment. Deleting it erases the private value's trace; entry and log stay valid."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, to_field="id", db_index=False)
    name = models.TextField()
    salt = models.BinaryField(max_length=32)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["entry", "name"], name="record_salt_of_entry"),)

    def __str__(self) -> str:
        return f"{self.entry_id} {self.name}"
