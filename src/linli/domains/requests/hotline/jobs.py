"""What the hotline's corner does by itself: tells, fetches, and forgets calls that could not be heard again anyway."""

from __future__ import annotations

from django.utils import timezone

from linli.domains.requests.hotline.fetching import fetch_all
from linli.domains.requests.hotline.signing import forget_calls
from linli.domains.requests.hotline.telling import tell_all
from linli.kernel.jobs import job, later


@job("hotline.tell", every="* * * * *")
def tell() -> None:
    """Tells whatever is due: called when something was noted, and every minute for what was put off."""
    tell_all(at=timezone.now())


@job("hotline.fetch", every="*/5 * * * *")
def fetch() -> None:
    """Takes in what is new at the city."""
    fetch_all(at=timezone.now())


@job("hotline.forget_calls", every="47 3 * * *")
def forget_heard_calls() -> None:
    """Once a day."""
    forget_calls(at=timezone.now())


def tell_soon() -> None:
    """Has the city told once this transaction commits; any number of calls make one job."""
    later(tell, key="hotline.tell")
