"""Who someone is when they act: by name, post, unit and area, as colleagues and residents may read it."""

from __future__ import annotations

from dataclasses import dataclass

from linli.domains.people.actor import Actor
from linli.domains.people.models import Post
from linli.kernel.words import Words, say


@dataclass(frozen=True, slots=True)
class Introduction:
    """A member of staff: their own name, and the role, unit and area of the post they have held longest."""

    name: str
    role: Words
    unit: Words
    place: Words

    @property
    def label(self) -> str:
        """What residents read of whoever opened their data: unit, role and name."""
        return " ".join((self.unit.zh, self.role.zh, self.name))


_NOTHING = Words("", "")
NOBODY = Introduction("", say("Visitor", "访客"), _NOTHING, _NOTHING)


def introduce(by: Actor) -> Introduction:
    """The actor in words; one statement, none for a visitor."""
    if not by.posts:
        return NOBODY
    joined = Post.objects.select_related("account", "organisation", "role", "place").defer("place__geometry")
    post = joined.filter(pk=by.posts[0].id).first()
    if post is None:
        return NOBODY
    return Introduction(post.account.display_name, post.role.words, post.organisation.words, post.place.words)
