"""The one access token that all processes share."""

from __future__ import annotations

from django.db import models


class AccessToken(models.Model):
    """The account's current token, sealed under this deployment's own key; whoever renews it holds the row."""

    app = models.CharField(max_length=64, primary_key=True)
    sealed = models.BinaryField(default=bytes)
    until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.app
