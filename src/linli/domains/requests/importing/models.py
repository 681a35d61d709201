"""What is known of imports: each file brought in, each row that became a request or fell out, and what was learnt."""

from __future__ import annotations

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from linli.domains.matters.models import Matter
from linli.domains.people.models import Account, Person
from linli.domains.places.models import Place
from linli.kernel.ids import new_id
from linli.kernel.postgres.bytea import Bytea


class Stage(models.TextChoices):
    """How far an import has come."""

    RUNNING = "running"
    DONE = "done"
    UNDONE = "undone"


class Import(models.Model):
    """One file brought in. `position` is the last line dealt with: from there a killed import goes on.

    `digest` is the file's SHA-256; `source` that of its header, within which numbers are unique. `undo_reason` is
    masked; it waits here for the job that undoes.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.CharField(max_length=200)
    digest = models.BinaryField(max_length=32)
    source = models.BinaryField(max_length=32)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.RUNNING)
    columns = models.JSONField(default=dict)
    total = models.PositiveIntegerField()
    position = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undo_asked_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    undo_reason = models.TextField(blank=True)

    class Meta:
        constraints = (UniqueConstraint(fields=["digest"], condition=~Q(stage="undone"), name="import_of_a_file_once"),)
        indexes = (Index(fields=["-started_at"], name="import_newest"),)

    def __str__(self) -> str:
        return str(self.pk)


class Upload(models.Model):
    """A file sent to the office's page, sealed under a key of its own until it is brought in or let go.

    `columns` are what a person said of them. `en` and `zh` say why it could not be brought in, where it could not.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.CharField(max_length=200)
    sealed = models.UUIDField()
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    columns = models.JSONField(default=dict)
    sent_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    brought = models.ForeignKey(Import, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    en = models.TextField(blank=True)
    zh = models.TextField(blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (Index(fields=["-sent_at"], name="upload_newest"),)

    def __str__(self) -> str:
        return str(self.pk)


class ImportedRow(models.Model):
    """A row that became a request; `key` is its number in its own system, `words` what it said, both keyed digests.

    The key of an undone row is let go, so that it can be brought in again.
    """

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="imported")
    brought_by = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="rows")
    line = models.PositiveIntegerField()
    key = Bytea(max_length=33, null=True)
    words = Bytea(max_length=33)

    class Meta:
        constraints = (UniqueConstraint(fields=["key"], name="imported_row_once"),)

    def __str__(self) -> str:
        return str(self.pk)


class FallenRow(models.Model):
    """A row that could not be brought in, and why; it never holds what the row said."""

    brought_by = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="fallen")
    line = models.PositiveIntegerField()
    column = models.CharField(max_length=80, blank=True)
    en = models.TextField()
    zh = models.TextField()

    class Meta:
        constraints = (UniqueConstraint(fields=["brought_by", "line"], name="fallen_row_once"),)

    def __str__(self) -> str:
        return str(self.line)


class ImportedReporter(models.Model):
    """Whom another system knows by an account or telephone, and we as a person; `key` is a keyed digest."""

    key = Bytea(max_length=33, primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.person_id)


class KnownMap(models.Model):
    """The columns chosen for a header, to be offered when it comes again."""

    header = models.BinaryField(max_length=32, primary_key=True)
    columns = models.JSONField()
    learnt_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.learnt_at.isoformat()


class KnownCategory(models.Model):
    """Which category of ours another system's word stands for."""

    word = models.CharField(max_length=80, primary_key=True)
    category = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.word


class KnownPlace(models.Model):
    """Which place below `within` another system's name stands for."""

    word = models.CharField(max_length=80)
    within = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (UniqueConstraint(fields=["word", "within"], name="known_place_once"),)

    def __str__(self) -> str:
        return self.word
