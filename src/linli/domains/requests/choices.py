"""Options for the forms of a request's acts: who can answer it, what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from django.utils import timezone

from linli.domains.matters.models import Matter
from linli.domains.people.queries import units
from linli.domains.requests.categories import CATEGORIES
from linli.domains.requests.colleagues import colleagues
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


def colleague_choices(matter: Matter) -> Sequence[Choice]:
    """Who else could have it: whoever answers there for the unit that has it, by name."""
    if matter.holder_unit_id is None:
        return []
    found = colleagues(matter.holder_unit_id, at=timezone.now())
    return [
        (str(each.account), each.name)
        for each in found
        if each.reach(matter.path) and each.account != matter.holder_id and not each.away
    ]
