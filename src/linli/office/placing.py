"""Choosing a place in a form: words to look it up by, and the places found, in the areas of whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import lazystr

from linli.domains.people.actor import Actor
from linli.domains.people.rights import Right
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import labels, picker, search
from linli.domains.places.spots import Spot
from linli.kernel.lifecycle.forms import Choice
from linli.kernel.words import say

FOUND = 12
WIDE = (PlaceKind.DISTRICT, PlaceKind.SUBDISTRICT, PlaceKind.COMMUNITY)


class PlacePick(forms.Form):
    """Words to look a place up by, and the place chosen of what was found."""

    where = forms.CharField(
        label=lazystr(say("Look up a place", "查找地点")),
        help_text=lazystr(
            say("Part of a name, such as “Willow” or “Willow 3”.", "名称的一部分，如“柳荫”“柳荫 3号楼”。")
        ),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    place = forms.ChoiceField(
        label=lazystr(say("Which place", "选择地点")),
        widget=forms.RadioSelect,
        error_messages={
            "required": lazystr(say("Look up a place and choose it.", "请查找并选择地点。")),
            "invalid_choice": lazystr(say("Choose one of the places found.", "请从查到的地点里选。")),
        },
    )

    def __init__(self, *args: Any, found: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["place"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - declared above
        chosen.choices = found
        if len(found) == 1:
            chosen.initial = found[0][0]


def places_for(words: str, *, by: Actor, right: Right) -> Sequence[Choice]:
    """Places with that name where the right is held; before anything is typed, the widest ones there."""
    spots = [spot for area in by.areas(right.code) for spot in _in(area, words)][:FOUND]
    said = labels(spot.path for spot in spots)
    return [(str(spot.id), said[spot.path]) for spot in spots]


def _in(area: str, words: str) -> Sequence[Spot]:
    if words.strip():
        return search(words=words, within=area, limit=FOUND)
    return [
        each for top in picker(within=area, kinds=WIDE) for each in (top.spot, *(below.spot for below in top.branches))
    ]
