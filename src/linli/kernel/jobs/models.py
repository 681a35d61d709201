"""What has been done and must not be done again."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class Done(models.Model):
    """One effect, by the key its doer gave it; written in the effect's own transaction."""

    key = models.TextField(primary_key=True)
    at = models.DateTimeField(db_default=Now(), db_index=True)

    def __str__(self) -> str:
        return self.key
