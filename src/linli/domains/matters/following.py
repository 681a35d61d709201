"""Following a neighbour's matter, and saying that it is mine too."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Q

from linli.domains.matters.models import Follow, Matter
from linli.domains.matters.queries.one import get_shared
from linli.domains.people.actor import Actor
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say


def follow(number: str, *, by: Actor, at: datetime, me_too: bool = False) -> Matter:
    """Follows a shared matter from now on; a second time changes only whether it is mine too."""
    if by.stands_for is None:
        raise NotAllowed(say("Sign in to follow this and hear how it ends.", "登录后即可关注，并收到办理结果。"))
    matter = get_shared(number)
    Follow.objects.update_or_create(
        matter=matter,
        person_id=by.stands_for,
        defaults={"me_too": me_too},
        create_defaults={"me_too": me_too, "at": at},
    )
    return matter


def unfollow(number: str, *, by: Actor) -> Matter:
    """Stops following."""
    matter = get_shared(number)
    Follow.objects.filter(matter=matter, person=by.stands_for).delete()
    return matter


def interest(matters: list[Matter]) -> dict[object, tuple[int, int]]:
    """For each matter: how many follow it, and for how many it is theirs too; one statement."""
    rows = (
        Follow.objects.filter(matter__in=matters)
        .values("matter")
        .annotate(all=Count("pk"), mine=Count("pk", Q(me_too=True)))
    )
    return {row["matter"]: (row["all"], row["mine"]) for row in rows}
