"""What the hotline's corner does by itself: forgets calls that could not be heard again anyway."""

from __future__ import annotations

from django.utils import timezone

from linli.domains.requests.hotline.signing import forget_calls
from linli.kernel.jobs import job


@job("hotline.forget_calls", every="47 3 * * *")
def forget_heard_calls() -> None:
    """Once a day."""
    forget_calls(at=timezone.now())
