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
    found = Post.objects.filter(pk=by.posts[0].id).values_list(
        "account__display_name",
        *("role__name_en", "role__name"),
        *("organisation__name_en", "organisation__name"),
        *("place__name_en", "place__name"),
    )
    for name, role_en, role, unit_en, unit, place_en, place in found:
        return Introduction(name, Words(role_en, role), Words(unit_en or unit, unit), Words(place_en or place, place))
    return NOBODY
