"""Sweeps away answers that were kept for callers who might ask again."""

from __future__ import annotations

from django.utils import timezone

from linli.domains.people.tokens.repeating import sweep
from linli.kernel.jobs import job


@job("tokens.sweep", every="27 * * * *")
def sweep_answers() -> None:
    """Once an hour."""
    sweep(at=timezone.now())
