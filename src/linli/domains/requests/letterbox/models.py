"""What is known of the letterbox: how far it was read, and which mails came in; never what they said or from whom."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q

from linli.domains.matters.models import Matter
from linli.domains.requests.letterbox.vocabulary import Outcome


class Mailbox(models.Model):
    """How far one mailbox was read: numbers there hold while its `validity` is the same (RFC 9051, 2.3.1.1).

    What arrived earlier than the day before we began is not ours to read. `away_since` is when its server was
    first not to be reached, where it still is not.
    """

    key = models.UUIDField(primary_key=True)
    validity = models.BigIntegerField(default=0)
    last = models.BigIntegerField(default=0)
    began_at = models.DateTimeField()
    away_since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.key)


class Received(models.Model):
    """One mail that was dealt with; `key` is a digest of its Message-ID, so that it is dealt with once."""

    key = models.BinaryField(max_length=32, primary_key=True)
    outcome = models.CharField(max_length=12)
    matter = models.ForeignKey(
        Matter, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    at = models.DateTimeField()

    class Meta:
        constraints = (CheckConstraint(condition=Q(outcome__in=Outcome.codes()), name="received_outcome_is_known"),)

    def __str__(self) -> str:
        return self.outcome
