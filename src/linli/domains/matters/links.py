"""Links between matters of any kinds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from linli.domains.matters.act import Act
from linli.domains.matters.models import Matter
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


def link_many(pairs: Sequence[tuple[Matter, Matter]], relation: Relation, *, at: datetime) -> None:
    """Links (earlier, later) pairs; one that stands already stays as it is."""
    links = [Link(earlier=earlier, later=later, relation=relation, at=at) for earlier, later in pairs]
    Link.objects.bulk_create(links, ignore_conflicts=True)


def linked_earlier(later: Sequence[Matter], relation: Relation) -> list[Matter]:
    """The earlier ones of these links."""
    links = Link.objects.filter(later__in=later, relation=relation)
    return list(Matter.objects.filter(pk__in=links.values("earlier")).order_by("pk"))


def linked_later(earlier: Sequence[Matter], relation: Relation) -> list[Matter]:
    """The later ones of these links."""
    links = Link.objects.filter(earlier__in=earlier, relation=relation)
    return list(Matter.objects.filter(pk__in=links.values("later")).order_by("pk"))
