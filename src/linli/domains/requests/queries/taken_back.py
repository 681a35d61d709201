"""What was shared with neighbours and then taken back: its number still says that much, and nothing else."""

from __future__ import annotations

from linli.domains.matters.models import Matter, Visibility
from linli.domains.requests.lifecycle.request import REQUEST
from linli.domains.requests.states import WITHDRAWN


def was_taken_back(number: str) -> bool:
    """Whether whoever shared the request of this number took it back; one statement."""
    shared = Matter.objects.filter(kind=REQUEST.kind, visibility=Visibility.SHARED, state=WITHDRAWN.code)
    return shared.filter(number=number.strip().upper()).exists()
