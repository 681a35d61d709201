"""Names of residents in a draft: whatever could be a name is asked of the vault's keyed index; nothing is opened."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from linli.domains.holdings.queries import living_below
from linli.domains.matters.models import Matter
from linli.domains.places.paths import below, community_of
from linli.kernel.vault import find_many
from linli.kernel.vault.masking.surnames import COMPOUND, SURNAMES

_NAMED = re.compile(rf"(?=((?:{'|'.join(sorted(COMPOUND))}|[{''.join(SURNAMES)}])[\u4e00-\u9fff]{{1,2}}))")
"""A surname and one or two more signs, wherever one begins."""


def residents_named(texts: Iterable[str], paths: Sequence[str]) -> list[str]:
    """Names in these texts that are those of people who live, or reported something, in the places' communities.

    The longest first, so that a name within another is not taken for its own. At most three statements.
    """
    named = find_many("name", {name for text in texts for name in _candidates(text)})
    if not named:
        return []
    here = _of_the_place({owner for owners in named.values() for owner in owners}, paths)
    return sorted((name for name, owners in named.items() if owners & here), key=len, reverse=True)


def _candidates(text: str) -> Iterator[str]:
    for found in _NAMED.finditer(text):
        longest = found[1]
        yield longest
        if len(longest) > 2 and longest[:2] not in COMPOUND:
            yield longest[:2]


def _of_the_place(persons: Collection[UUID], paths: Sequence[str]) -> set[UUID]:
    areas = sorted({community_of(path) for path in paths})
    reported = Matter.objects.filter(reduce(or_, (below(area) for area in areas), Q()), opener__in=persons)
    return living_below(persons, areas) | {pk for pk in reported.values_list("opener", flat=True) if pk}
