"""Who acts: one value that says which account, in which posts, for whom and through which door."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID


@dataclass(frozen=True)
class HeldPost:
    """A post someone holds now: a role in an organisation over a subtree of places."""

    id: UUID
    organisation: UUID
    role: str
    area: str
    rights: frozenset[str]


@dataclass(frozen=True)
class Actor:
    """Whoever performs an act. `on_behalf_of` is the person served; `authorisation` says by what right."""

    account: UUID | None = None
    person: UUID | None = None
    posts: tuple[HeldPost, ...] = ()
    on_behalf_of: UUID | None = None
    authorisation: UUID | None = None
    channel: str = "web"
    tracks: UUID | None = None
    """The one matter that a tracking code opens for someone without an account."""
    system: bool = False
    """The deployment itself: clocks, derived transitions, the demo's seed."""
    purposes: frozenset[str] | None = field(default=None)
    """What an API token may be used for; `None` where no token limits the actor."""

    @property
    def stands_for(self) -> UUID | None:
        """The person whose act this is: the one acted for, else the actor's own."""
        return self.on_behalf_of or self.person

    @cached_property
    def organisations(self) -> frozenset[UUID]:
        """Organisations the actor holds a post in."""
        return frozenset(post.organisation for post in self.posts)

    @cached_property
    def rights(self) -> frozenset[str]:
        """Every right held anywhere."""
        return frozenset().union(*(post.rights for post in self.posts))

    def units(self, right: str) -> frozenset[UUID]:
        """Organisations for which the actor holds `right`: a post in one says nothing about the others in it."""
        return frozenset(post.organisation for post in self.posts if right in post.rights)

    def areas(self, right: str) -> tuple[str, ...]:
        """Place paths over which the actor holds `right`."""
        return tuple(sorted({post.area for post in self.posts if right in post.rights}))

    def may(self, right: str, *, at_place: str) -> bool:
        """Whether `right` is held over the place whose path is `at_place`."""
        return any(at_place.startswith(area) for area in self.areas(right))


SYSTEM = Actor(system=True, channel="system")
"""The deployment itself."""

ANYONE = Actor()
"""A visitor of whom nothing is known."""
