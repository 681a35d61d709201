"""A file's page as its template takes it: columns to choose, words to teach, counts in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import picker
from linli.domains.places.spots import Spot
from linli.domains.requests.choices import category_choices
from linli.domains.requests.importing.actions import Dry, Look
from linli.domains.requests.importing.fields import Field
from linli.domains.requests.importing.uploading import Taught
from linli.kernel.lifecycle.forms import Choice
from linli.kernel.refusal import Invalid
from linli.kernel.words import Words, say

WORDS = 20
"""Unknown words that are shown at once, the most frequent first."""
COUNTS = {
    "opened": say("new requests", "新诉求"),
    "replied": say("with their official reply", "其中带官方答复"),
    "repeated": say("here already", "已经有了"),
    "fallen": say("fell out", "未能导入"),
    "other_category": say("of a category we do not know", "类别对不上，归入“其他”"),
    "other_place": say("of a place we do not know", "地点对不上，归到默认地点"),
}
KINDS = (PlaceKind.SUBDISTRICT, PlaceKind.COMMUNITY, PlaceKind.GRID)


@dataclass(frozen=True)
class Column:
    """One column of the sheet, the field it is taken for, and the name of its choice in the form."""

    name: str
    field: str
    asked: str


@dataclass(frozen=True)
class Word:
    """A word of the file that we do not know, how often it stands there, and the name of its choice."""

    word: str
    times: int
    asked: str


def columns(looked: Look) -> Sequence[Column]:
    """Every named column, in the order of the sheet."""
    named = [(place, name) for place, name in enumerate(looked.sheet.names) if name]
    return [Column(name, looked.columns.get(name, ""), f"column-{place}") for place, name in named]


def words(dry: Dry) -> Mapping[str, Sequence[Word]]:
    """Unknown categories and places, the most frequent first."""
    found = {"category": dry.unknown, "place": dry.unknown_places}
    return {
        kind: [Word(word, times, f"{kind}-{place}") for place, (word, times) in enumerate(some.most_common(WORDS))]
        for kind, some in found.items()
    }


def counts(found: Mapping[str, int]) -> Sequence[tuple[Words, int]]:
    """What happened or would happen, in words; what happened to none is left out."""
    return [(words, found[name]) for name, words in COUNTS.items() if found.get(name)]


def taught(sent: QueryDict, looked: Look) -> Taught:
    """What the form says: the field of each column, and what unknown words stand for."""
    chosen = {each.name: str(sent[each.asked]) for each in columns(looked) if each.asked in sent}
    return Taught(
        chosen,
        _stands_for(sent, "category"),
        {word: _identifier(place) for word, place in _stands_for(sent, "place").items()},
    )


def places(ground: Spot) -> Sequence[Choice]:
    """Where a foreign word may point to: communities and grids of the file's place."""
    found = [
        (branch.spot, depth)
        for top in picker(within=ground.path, kinds=KINDS)
        for branch, depth in ((top, 0), *((each, 1) for each in top.branches))
    ]
    return [(str(spot.id), spot.words) for spot, _ in found]


def options() -> Mapping[str, Sequence[Choice]]:
    """Fields and categories to choose from."""
    return {"fields": [(field.value, field.words) for field in Field], "categories": list(category_choices())}


def _stands_for(sent: QueryDict, kind: str) -> dict[str, str]:
    asked = (f"{kind}-{place}" for place in range(WORDS))
    return {str(sent[f"{name}-word"]): str(sent[name]) for name in asked if sent.get(name) and sent.get(f"{name}-word")}


def _identifier(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Invalid(say("Choose a place from the list.", "请从列表里选择地点。")) from None
