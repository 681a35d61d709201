"""Links between matters of any kinds."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.matters.act import Act
from linli.domains.matters.models.link import Link, Relation


def link_origins(acts: Sequence[Act]) -> None:
    """Links each newly opened matter to the one it came from."""
    links = [
        Link(earlier_id=act.draft.origin, later=act.matter, relation=Relation.ORIGIN, at=act.at)
        for act in acts
        if act.draft and act.draft.origin
    ]
    if links:
        Link.objects.bulk_create(links)
