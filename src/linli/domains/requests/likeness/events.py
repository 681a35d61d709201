"""What likeness hears: somebody was forgotten."""

from __future__ import annotations

from uuid import UUID

from linli.domains.people.announcing import PERSON_ERASED
from linli.domains.requests.likeness.beginnings import forget
from linli.kernel.events import Event, subscribe


@subscribe(PERSON_ERASED, name="likeness.forget_beginnings")
def forget_beginnings(event: Event) -> None:
    """The words were the person's own."""
    forget(UUID(event.payload["person"]))
