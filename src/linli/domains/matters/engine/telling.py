"""Who is told of an act, as its table declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from linli.domains.delivery.letters import Letter
from linli.domains.matters.act import Act


def letters_of(act: Act) -> Iterator[Letter]:
    """One letter per declared telling that has someone to read it; coded parameters only."""
    for tell in type(act.details).tells:
        if whom := _recipient(act, tell.whom):
            yield Letter(
                template=tell.template,
                key=f"{act.event.pk}:{tell.whom}",
                at=act.at,
                params={"number": act.matter.number, "state": act.target.code},
                matter=act.matter.pk,
                **whom,
            )


def _recipient(act: Act, part: str) -> dict[str, Any]:
    matter = act.matter
    reader: dict[str, tuple[str, UUID | None]] = {
        "opener": ("to_person", matter.opener_id),
        "holder": ("to_unit", matter.holder_unit_id),
    }
    field, who = reader[part]
    return {field: who} if who else {}
