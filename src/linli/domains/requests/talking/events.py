"""What conversations hear from the rooms below: a person was forgotten."""

from __future__ import annotations

from uuid import UUID

from linli.domains.people.announcing import PERSON_ERASED
from linli.domains.requests.talking.models import Talk
from linli.kernel.events import Event, subscribe


@subscribe(PERSON_ERASED, name="talking.forget")
def person_erased(event: Event) -> None:
    """Nothing of the conversation stays; whoever writes again is somebody new."""
    Talk.objects.filter(person=UUID(event.payload["person"])).delete()
