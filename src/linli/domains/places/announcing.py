"""What places tell the rooms above."""

from __future__ import annotations

from uuid import UUID

from linli.kernel.events import announce
from linli.kernel.ids import new_id

MOVED = "place.moved"
"""A subtree hangs elsewhere: whoever keeps copies of paths looks them up anew for every place below `path`."""


def announce_move(*, place: UUID, was: str, path: str) -> None:
    """Payload: place, the path it had, the path it has."""
    announce(MOVED, id=new_id(), payload={"place": place, "was": was, "path": path})
