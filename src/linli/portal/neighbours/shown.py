"""Shared matters as neighbours read them: masked title, state and place, for how many it is theirs too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from linli.design.shapes import Badge, Text
from linli.domains.matters.following import interest
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.queries import Matter, my_interest
from linli.domains.people.actor import Actor
from linli.domains.places.paths import building_of
from linli.domains.places.queries import labels
from linli.kernel.words import Words
from linli.portal.addresses import shared_address
from linli.portal.lines import badge_of, state_of


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One shared matter. `follows` and `me_too` are the reader's own part in it."""

    number: str
    href: str
    title: str
    place: Text
    path: str
    category: Words
    state: Badge
    meaning: Words
    at: datetime
    followers: int
    theirs_too: int
    follows: bool
    me_too: bool
    own: bool


def shown(matters: Sequence[Matter], *, by: Actor) -> list[Shown]:
    """These matters, in their order; three statements however many, two for a visitor."""
    counted = interest(list(matters))
    mine = my_interest(matters, by=by)
    places = labels(building_of(matter.path) for matter in matters)
    return [
        Shown(
            number=matter.number,
            href=shared_address(matter.number),
            title=matter.title,
            place=places.get(building_of(matter.path), ""),
            path=building_of(matter.path),
            category=kind_of(matter.kind).category_words(matter.category),
            state=badge_of(state_of(matter)),
            meaning=state_of(matter).meaning,
            at=matter.published_at or matter.opened_at,
            followers=counted.get(matter.pk, (0, 0))[0],
            theirs_too=counted.get(matter.pk, (0, 0))[1],
            follows=matter.pk in mine,
            me_too=mine.get(matter.pk, False),
            own=by.stands_for is not None and by.stands_for == matter.opener_id,
        )
        for matter in matters
    ]
