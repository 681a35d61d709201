"""What matters hear from the rooms below: a place hangs elsewhere, a person was forgotten."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from linli.domains.matters.forgetting import forget
from linli.domains.matters.jobs import refresh_paths
from linli.domains.people.announcing import PERSON_ERASED
from linli.domains.places.announcing import MOVED
from linli.kernel.events import Event, subscribe
from linli.kernel.jobs import later

SETTLED = timedelta(minutes=1)
"""By then whatever was being opened under the old path has been committed."""


@subscribe(MOVED, name="matters.refresh_paths")
def place_moved(event: Event) -> None:
    """Matters follow their place; once more a minute later, for those that were being opened meanwhile."""
    path: str = event.payload["path"]
    refresh_paths(path=path)
    later(refresh_paths, key=f"matters.refresh_paths:{path}", schedule_at=timezone.now() + SETTLED, path=path)


@subscribe(PERSON_ERASED, name="matters.forget")
def person_erased(event: Event) -> None:
    """What matters still know of the person goes too."""
    forget(UUID(event.payload["person"]), at=timezone.now())
