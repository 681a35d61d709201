"""Places the desk can choose from: as words are typed, or the one that a paper form was printed for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from linli.domains.people.actor import Actor
from linli.domains.people.rights import ACT_FOR
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import labels, picker, search
from linli.domains.places.spots import Spot
from linli.domains.requests.blanks.numbers import read_number
from linli.domains.requests.blanks.queries import place_of
from linli.kernel.lifecycle.forms import Choice
from linli.kernel.refusal import Refusal

FOUND = 10
WIDE = (PlaceKind.COMMUNITY,)


def places_given(typed: Mapping[str, str], *, by: Actor) -> Sequence[Choice]:
    """What can be chosen with this much of the form filled in; a form's own place where no other is looked for."""
    if (paper := typed.get("paper")) and not typed.get("where"):
        with suppress(Refusal):  # said beside the number once it is sent
            spot = place_of(read_number(paper), by=by)
            return [(str(spot.id), labels([spot.path])[spot.path])]
    return places_for(typed.get("where", ""), by=by)


def places_for(words: str, *, by: Actor) -> Sequence[Choice]:
    """Places with that name in the desk's areas; before anything is typed, its communities."""
    spots = [spot for area in by.areas(ACT_FOR.code) for spot in _in(area, words)][:FOUND]
    said = labels(spot.path for spot in spots)
    return [(str(spot.id), said[spot.path]) for spot in spots]


def _in(area: str, words: str) -> Sequence[Spot]:
    if words.strip():
        return search(words=words, within=area, limit=FOUND)
    return [branch.spot for branch in picker(within=area, kinds=WIDE)]
