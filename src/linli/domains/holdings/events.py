"""What this room hears from the rooms below."""

from __future__ import annotations

from uuid import UUID

from linli.domains.holdings.actions.households import forget_person
from linli.domains.people.announcing import PERSON_ERASED
from linli.kernel.events import Event, subscribe


@subscribe(PERSON_ERASED, name="holdings.forget_person")
def person_erased(event: Event) -> None:
    """Where they lived is forgotten with them."""
    forget_person(UUID(event.payload["person"]))
