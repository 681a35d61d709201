"""Shared matters as neighbours read them: masked title, state and place, for how many it is theirs too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.design.shapes import Badge, Text
from linli.domains.matters.following import interest
from linli.domains.matters.hiding import Hidden, hidden_of
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.queries import Matter, my_interest
from linli.domains.people.actor import Actor
from linli.domains.places.paths import building_of
from linli.domains.places.queries import labels
from linli.domains.requests.queries import title_for_neighbours
from linli.kernel.words import Words
from linli.portal.addresses import shared_address
from linli.portal.lines import badge_of, state_of


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One shared matter. `follows` and `me_too` are the reader's own part in it.

    What is `hidden` has its ground in place of its title; what is hidden whole no place, category or state either.
    """

    number: str
    href: str
    title: Text
    place: Text
    category: Text
    state: Badge | None
    at: datetime
    followers: int
    theirs_too: int
    follows: bool
    me_too: bool
    own: bool
    hidden: Hidden | None


def shown(matters: Sequence[Matter], *, by: Actor) -> list[Shown]:
    """These matters, in their order; three statements however many, two for a visitor."""
    counted = interest(list(matters))
    mine = my_interest(matters, by=by)
    places = labels(building_of(matter.path) for matter in matters)
    return [_shown(matter, places, counted.get(matter.pk, (0, 0)), mine, by=by) for matter in matters]


def _shown(
    matter: Matter, places: Mapping[str, Words], counted: tuple[int, int], mine: Mapping[UUID, bool], *, by: Actor
) -> Shown:
    hidden, path = hidden_of(matter), building_of(matter.path)
    whole = hidden is not None and hidden.whole
    return Shown(
        number=matter.number,
        href=shared_address(matter.number),
        title=title_for_neighbours(matter),
        place="" if whole else places.get(path, ""),
        category="" if whole else kind_of(matter.kind).category_words(matter.category),
        state=None if whole else badge_of(state_of(matter)),
        at=matter.published_at or matter.opened_at,
        followers=counted[0],
        theirs_too=counted[1],
        follows=matter.pk in mine,
        me_too=mine.get(matter.pk, False),
        own=by.stands_for is not None and by.stands_for == matter.opener_id,
        hidden=hidden,
    )
