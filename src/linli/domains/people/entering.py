"""What the public record holds of posts and roles: which powers exist and where, and commitments to who holds them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from linli.domains.people.models import Post
from linli.domains.places.paths import building_of, community_of
from linli.kernel.record import Fact, enter


def enter_post(post: Post, *, kind: str, path: str, by: UUID | None, at: datetime) -> None:
    """A post was given or ended; its holder and whoever decided stand behind commitments."""
    body = {"organisation": str(post.organisation_id), "place": building_of(path), "post": str(post.pk)}
    fact = Fact(
        stream=f"{community_of(path)}/posts",
        kind=kind,
        body={**body, "role": post.role_id},
        private={"account": str(post.account_id), "by": str(by or "")},
        at=at,
    )
    enter(fact)


def enter_role(role: str, *, before: Sequence[str], after: Sequence[str], by: UUID | None, at: datetime) -> None:
    """What a role may do changed."""
    body = {"role": role, "before": sorted(before), "after": sorted(after)}
    enter(Fact(stream="roles", kind="role.changed", body=body, private={"by": str(by or "")}, at=at))
