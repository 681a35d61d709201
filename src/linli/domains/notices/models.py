"""What a notice is beyond a matter, for whom it is meant, and what residents say back."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from linli.domains.matters.models import Matter
from linli.domains.notices.vocabulary import NoticeType
from linli.domains.places.models import Place


class Notice(models.Model):
    """One notice. Its words stand here in clear once they were approved, as they are published; drafts lie sealed.

    `marks` are what the check found in the latest draft, masked; `decisions` what became of each. `claim`, `verifier`
    and `evidence` belong to a rebuttal; `period` ("2026Q3", "2026-09") to a disclosure. `digest` is the SHA-256, hex,
    of what is published, as the record has it in the `entry` of its publication.
    """

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="notice")
    type = models.CharField(max_length=12)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrections")
    title = models.CharField(max_length=120, blank=True)
    body = models.TextField(blank=True)
    claim = models.TextField(blank=True)
    verifier = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    withdrawal = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)
    marks = models.JSONField(default=list)
    decisions = models.JSONField(default=dict)
    households = models.PositiveIntegerField(default=0)
    period = models.CharField(max_length=8, blank=True)
    until = models.DateField(null=True)
    publish_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    entry = models.UUIDField(null=True)
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(type__in=NoticeType.codes()), name="notice_type_is_known"),
            CheckConstraint(
                condition=Q(published_at=None) | (~Q(body="") & ~Q(digest="")), name="notice_published_has_words"
            ),
        )
        indexes = (Index(fields=["-published_at"], condition=Q(published_at__isnull=False), name="notice_newest"),)

    def __str__(self) -> str:
        return str(self.pk)


class Audience(models.Model):
    """One place a notice is meant for, with all below it."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="audience", db_index=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    path = models.TextField(db_collation="C")

    class Meta:
        constraints = (UniqueConstraint(fields=["notice", "place"], name="audience_once"),)
        indexes = (Index(fields=["path"], name="audience_path"),)

    def __str__(self) -> str:
        return self.path
