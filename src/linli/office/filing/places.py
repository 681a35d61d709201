"""Places the desk can choose from, as words are typed."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.people.actor import Actor
from linli.domains.people.rights import ACT_FOR
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import labels, picker, search
from linli.domains.places.spots import Spot
from linli.kernel.lifecycle.forms import Choice

FOUND = 10
WIDE = (PlaceKind.COMMUNITY,)


def places_for(words: str, *, by: Actor) -> Sequence[Choice]:
    """Places with that name in the desk's areas; before anything is typed, its communities."""
    spots = [spot for area in by.areas(ACT_FOR.code) for spot in _in(area, words)][:FOUND]
    said = labels(spot.path for spot in spots)
    return [(str(spot.id), said[spot.path]) for spot in spots]


def _in(area: str, words: str) -> Sequence[Spot]:
    if words.strip():
        return search(words=words, within=area, limit=FOUND)
    return [branch.spot for branch in picker(within=area, kinds=WIDE)]
