"""Tells higher rooms that something happened; they hear after commit, and only if they asked to."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.matters.act import Act
from linli.kernel.events import announce


def announce_acts(acts: Sequence[Act]) -> None:
    """Announces `kind.verb` with the event's id, once per act."""
    for act in acts:
        name = f"{act.matter.kind}.{act.event.verb}"
        announce(name, id=act.event.pk, payload={"matter": str(act.matter.pk), "state": act.target.code})
