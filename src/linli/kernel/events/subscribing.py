"""Who wants to hear what: declared beside the listener, known before the first event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something that happened, as its subscribers hear it."""

    id: UUID
    name: str
    payload: Mapping[str, Any]
    """Opaque identifiers and codes, as JSON carries them."""


Listener: TypeAlias = Callable[[Event], None]

SUBSCRIBERS: dict[str, dict[str, Listener]] = {}
"""By event name, then by subscriber name, in the order of declaration."""


class SubscribedTwice(Exception):  # noqa: N818 - it says what is wrong with the declaration
    """Two listeners took the same name for the same event; the second would never have been heard of."""


def subscribe(event: str, *, name: str) -> Callable[[Listener], Listener]:
    """Have a function hear every event of this name, after the announcing transaction has committed.

        @subscribe("request.closed", name="delivery.closing_letter")
        def closing_letter(event: Event) -> None: …

    Stands in a room's `events.py`, which is found by itself when Django starts; a higher room subscribes to a lower
    one's events, never the other way round. `name` is the subscriber's own for good: under it is remembered what it has
    heard. The listener runs at least once, in a transaction whose effects on the database happen exactly once per event
    id; what goes out of the house it asks for with `jobs.later`, in the same transaction. It may hear events out of
    order and late, so it looks up how things stand now. If it raises, nothing of it happened and it is tried again.
    """

    def declare(listener: Listener) -> Listener:
        listeners = SUBSCRIBERS.setdefault(event, {})
        if name in listeners:
            raise SubscribedTwice(f"{name} already hears {event}")
        listeners[name] = listener
        return listener

    return declare
