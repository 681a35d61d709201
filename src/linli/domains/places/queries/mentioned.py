"""Which place a sentence speaks of: the narrowest whose name stands in it."""

from __future__ import annotations

import re

from django.db.models import F, Value
from django.db.models.functions import StrIndex

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import below
from linli.domains.places.spots import Spot, spots

MENTIONED = (PlaceKind.COMMUNITY, PlaceKind.GRID, PlaceKind.BUILDING)


def mentioned(text: str, *, within: str) -> Spot | None:
    """The community, grid or building spoken of; what is nearest above them where several fit as well. One statement.

    "柳荫社区3号楼" is one building though every community has a 3号楼; "13号楼" does not speak of "3号楼".
    """
    rows = Place.objects.filter(below(within), kind__in=MENTIONED, active_until=None)
    named = spots(rows.annotate(at=StrIndex(Value(text), F("name"))).filter(at__gt=0))
    found = {each.path: each for each in named if _stands_in(each.words.zh, text)}
    fitting = {path: sum(path.startswith(above) for above in found) for path in found}
    best = [path for path, fits in fitting.items() if fits == max(fitting.values())]
    shared = [path for path in found if all(each.startswith(path) for each in best)]
    return found[max(shared, key=len)] if shared else None


def _stands_in(name: str, text: str) -> bool:
    before = r"(?<!\d)" if name[0].isdigit() else ""
    return re.search(before + re.escape(name), text) is not None
