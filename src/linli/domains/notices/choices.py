"""Options for the forms of a notice's acts: for whom it may be meant, what may become of each mark."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Matter
from linli.domains.notices.checking import Mark
from linli.domains.notices.models import Notice
from linli.domains.notices.vocabulary import Decision
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import below, natural_order
from linli.domains.places.queries import labels
from linli.kernel.lifecycle.forms import Choice
from linli.kernel.words import say

MEANT = (PlaceKind.SUBDISTRICT, PlaceKind.COMMUNITY, PlaceKind.GRID, PlaceKind.BUILDING)
"""What forms offer; entrances too may be named, by their identifier."""


def place_choices(matter: Matter) -> Sequence[Choice]:
    """Places a notice begun there can be for; two statements."""
    return places_below([matter.path])


def places_below(areas: Sequence[str]) -> Sequence[Choice]:
    """Places of these areas down to the building, in the order of the tree; two statements an area."""
    return [choice for area in areas for choice in _below(area)]


def decision_choices(matter: Matter) -> Sequence[Choice]:
    """Every mark with everything that may become of it."""
    kept = Notice.objects.filter(pk=matter.pk).values_list("marks", flat=True).first() or []
    marks = [Mark.read(each) for each in kept]
    return [
        (
            f"{mark.key}={decision.value}",
            say(
                "{kind} {mask}: {what}",
                "{kind} {mask}：{what}",
                kind=mark.kind.words,
                mask=mark.mask,
                what=decision.words,
            ),
        )
        for mark in marks
        for decision in Decision
    ]


def category_choices(matter: Matter) -> Sequence[Choice]:
    """What a request can be about, as requests themselves offer it."""
    return kind_of("request").choices["categories"](matter)


def _below(area: str) -> Sequence[Choice]:
    rows = Place.objects.filter(below(area), kind__in=MEANT, active_until=None).values_list("path", "pk")
    found = sorted(rows, key=lambda row: natural_order(row[0]))
    words = labels([path for path, _ in found])
    return [(str(pk), words[path]) for path, pk in found]
