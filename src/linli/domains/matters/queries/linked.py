"""What a matter came from, led to, or has to do with."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from linli.domains.matters.models import Link, Matter
from linli.domains.matters.models.link import Relation
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.kernel.words import Words, say

WORDS: dict[tuple[str, bool], Words] = {
    (Relation.ORIGIN, True): say("came from", "来自"),
    (Relation.ORIGIN, False): say("led to", "引出"),
    (Relation.RELATED, True): say("related to", "相关"),
    (Relation.RELATED, False): say("related to", "相关"),
    (Relation.MERGED, True): say("worked on with", "并入"),
    (Relation.MERGED, False): say("worked on with it", "并入本件"),
}


@dataclass(frozen=True)
class Linked:
    """Another matter, and how it belongs to this one."""

    words: Words
    number: str
    title: str


def linked_to(matter: Matter, *, by: Actor) -> list[Linked]:
    """Linked matters that the actor may see too; one statement."""
    seen = visible_to(by)
    links = (
        Link.objects.filter(Q(later=matter, earlier__in=seen) | Q(earlier=matter, later__in=seen))
        .select_related("earlier", "later")
        .order_by("at", "pk")
    )
    return [_linked(link, matter) for link in links]


def _linked(link: Link, matter: Matter) -> Linked:
    from_earlier = link.later_id == matter.pk
    other = link.earlier if from_earlier else link.later
    return Linked(WORDS[link.relation, from_earlier], other.number, other.title)
