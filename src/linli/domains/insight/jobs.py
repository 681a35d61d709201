"""What insight does by itself: every Monday morning, the digests of the week that ended."""

from __future__ import annotations

from django.utils import timezone

from linli.domains.insight.freezing import freeze
from linli.domains.insight.weeks import Week
from linli.kernel.jobs import job


@job("insight.freeze", every="10 5 * * *")
def freeze_week() -> None:
    """Tried every morning, so that a machine that was off on Monday makes up for it; what is frozen stays."""
    now = timezone.now()
    freeze(Week.ended(now), at=now)
