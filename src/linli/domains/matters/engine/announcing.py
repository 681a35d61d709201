"""Tells higher rooms that something happened; they hear after commit, and only if they asked to."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from linli.domains.matters.act import Act
from linli.kernel.events import announce_many


def announce_acts(acts: Sequence[Act]) -> None:
    """Announces `kind.verb` with the event's id, once per act."""
    told: dict[str, list[tuple[UUID, dict[str, str]]]] = {}
    for act in acts:
        payload = {"matter": str(act.matter.pk), "state": act.target.code}
        told.setdefault(f"{act.matter.kind}.{act.event.verb}", []).append((act.event.pk, payload))
    for name, happened in told.items():
        announce_many(name, happened)
