"""Announcing and delivering: one job per announcement, and only where somebody listens."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from linli.kernel.events.subscribing import SUBSCRIBERS, Event
from linli.kernel.jobs import Call, job, later_many, once

log = logging.getLogger(__name__)


def announce(name: str, *, id: UUID, payload: Mapping[str, Any]) -> None:  # noqa: A002 - the event's own word
    """Tell whoever subscribed to `name`, once this transaction commits.

    `id` is the happening's own (an event row's): announced twice, it is still heard once. `payload`: identifiers and
    codes, as JSON (UUIDs and times become text), never a personal value. Costs nothing where nobody subscribed, else
    one statement.
    """
    announce_many(name, [(id, payload)])


def announce_many(name: str, events: Sequence[tuple[UUID, Mapping[str, Any]]]) -> None:
    """`announce` for many happenings of one name, still at most one statement."""
    if name in SUBSCRIBERS:
        later_many(deliver, [Call({"name": name, "event": id_, "payload": payload}) for id_, payload in events])


@job("events.deliver")
def deliver(*, name: str, event: str, payload: dict[str, Any]) -> None:
    """Lets every subscriber hear the event that has not yet; one that fails keeps no other from hearing."""
    failures: list[Exception] = []
    for subscriber, listener in SUBSCRIBERS.get(name, {}).items():
        try:
            with once(f"event:{event}:{name}:{subscriber}") as first:
                if first:
                    listener(Event(id=UUID(event), name=name, payload=payload))
        except Exception as error:  # noqa: BLE001 - whatever it is, the others must hear, and this one again
            log.warning("%s could not take in %s (%s); it will be told again", subscriber, name, type(error).__name__)
            failures.append(error)
    if failures:
        raise ExceptionGroup(f"{len(failures)} subscribers of {name} failed", failures)
