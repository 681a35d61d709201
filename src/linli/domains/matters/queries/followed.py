"""What somebody follows, and what of a list they follow already."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from linli.domains.matters.models import Follow, Matter
from linli.domains.people.actor import Actor

MOST = 50


def followed(*, by: Actor) -> list[Matter]:
    """Neighbours' matters the actor follows and may still read, the latest followed first; one statement."""
    if by.stands_for is None:
        return []
    follows = Follow.objects.filter(person=by.stands_for, matter__published_at__isnull=False)
    joined = follows.select_related("matter__place").defer("matter__place__geometry").order_by("-at", "-pk")
    return [follow.matter for follow in joined[:MOST]]


def my_interest(matters: Iterable[Matter], *, by: Actor) -> dict[UUID, bool]:
    """Of these, those the actor follows, and whether each is theirs too; one statement, none for a visitor."""
    if by.stands_for is None:
        return {}
    mine = Follow.objects.filter(person=by.stands_for, matter__in=[matter.pk for matter in matters])
    return dict(mine.values_list("matter", "me_too"))
