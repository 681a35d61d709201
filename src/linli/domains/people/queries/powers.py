"""Who holds the powers that are kept apart, and how many hold each role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from linli.domains.people.actor import Actor
from linli.domains.people.models import Post
from linli.domains.people.overseeing import everywhere
from linli.domains.people.queries.organisations import Colleague, colleague
from linli.domains.people.rights import (
    AUDIT_READ,
    PEOPLE,
    POSTS,
    ROLES,
    Administration,
    Right,
    known,
    require_any,
)


@dataclass(frozen=True, slots=True)
class Administrators:
    """One of the three that watch one another: its rights, and who holds any of them now."""

    administration: Administration
    rights: Sequence[Right]
    holders: Sequence[Colleague]


def administrators(*, by: Actor, at: datetime) -> list[Administrators]:
    """System, security and audit administration; one statement."""
    require_any(by, ROLES, POSTS, PEOPLE, AUDIT_READ)
    apart = {each: [right for right in known().values() if right.administers is each] for each in Administration}
    codes = [right.code for rights in apart.values() for right in rights]
    posts = Post.objects.filter(_now(at), account__is_active=True, role__rights__overlap=codes)
    held = list(posts.select_related("account", "role", "place").defer("place__geometry").order_by("since", "pk"))
    return [
        Administrators(
            each, rights, [colleague(post) for post in held if {right.code for right in rights} & set(post.role.rights)]
        )
        for each, rights in apart.items()
    ]


def may_change_roles(by: Actor) -> bool:
    """Whether the actor changes what roles may do: they hold everywhere, so the right must too."""
    return ROLES.code in by.rights and everywhere(by, ROLES)


def role_sizes(*, by: Actor, at: datetime) -> dict[str, int]:
    """How many accounts hold each role now; roles nobody holds are left out. One statement."""
    require_any(by, ROLES, POSTS, PEOPLE, AUDIT_READ)
    held = Post.objects.filter(_now(at), account__is_active=True).values_list("role")
    return dict(held.annotate(n=Count("account", distinct=True)).order_by())


def _now(at: datetime) -> Q:
    return Q(since__lte=at) & (Q(until=None) | Q(until__gt=at))
