"""Which place a sentence speaks of: the narrowest whose name stands in it."""

from __future__ import annotations

import re

from django.db.models import F, Q, Value
from django.db.models.functions import Lower, StrIndex

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import below
from linli.domains.places.spots import Spot, spots
from linli.kernel.words import Words

MENTIONED = (PlaceKind.COMMUNITY, PlaceKind.GRID, PlaceKind.BUILDING)


def mentioned(text: str, *, within: str) -> Spot | None:
    """The community, grid or building spoken of; what is nearest above them where several fit as well. One statement.

    "柳荫社区3号楼" is one building though every community has a 3号楼; "13号楼" does not speak of "3号楼".
    """
    rows = Place.objects.filter(below(within), kind__in=MENTIONED, active_until=None)
    chinese = StrIndex(Value(text), F("name"))
    english = StrIndex(Value(text.lower()), Lower(F("name_en")))
    named = spots(rows.annotate(zh=chinese, en=english).filter(Q(zh__gt=0) | Q(en__gt=0) & ~Q(name_en="")))
    found = {each.path: each for each in named if _stands_in(each.words, text)}
    fitting = {path: sum(path.startswith(above) for above in found) for path in found}
    best = [path for path, fits in fitting.items() if fits == max(fitting.values())]
    shared = [path for path in found if all(each.startswith(path) for each in best)]
    return found[max(shared, key=len)] if shared else None


def _stands_in(named: Words, text: str) -> bool:
    """Whether either name does, and not as part of a longer number."""
    return any(re.search(_alone(name), text, re.I) for name in (named.zh, named.en))


def _alone(name: str) -> str:
    before = r"(?<!\d)" if name[0].isdigit() else ""
    after = r"(?!\d)" if name[-1].isdigit() else ""
    return before + re.escape(name) + after
