"""Options for the forms of a request's acts: who can answer it, what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from linli.domains.matters.models import Matter
from linli.domains.people.queries import units
from linli.domains.requests.categories import CATEGORIES
from linli.kernel.lifecycle.forms import Choice


def unit_choices(matter: Matter) -> Sequence[Choice]:
    """Bodies that answer for the matter's place, the nearest first, by their kind; one statement."""
    found = units(covering=matter.path)
    kinds = groupby(sorted(found, key=lambda unit: unit.kind), key=lambda unit: unit.kind)
    grouped = {kind: [(str(unit.id), unit.words) for unit in some] for kind, some in kinds}
    nearest_first = dict.fromkeys(unit.kind for unit in found)
    return [(kind.words, grouped[kind]) for kind in nearest_first]


def category_choices(matter: Matter | None = None) -> Sequence[Choice]:
    """Every category under its group."""
    return [
        (words, [(f"{group}.{leaf}", each) for leaf, each in leaves.items()])
        for group, (words, leaves) in CATEGORIES.items()
    ]
