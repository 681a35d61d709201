"""Up and down the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import ancestors, below
from linli.domains.places.spots import Spot, in_order, spots

PICKED = (PlaceKind.COMMUNITY, PlaceKind.GRID, PlaceKind.BUILDING)


@dataclass(frozen=True, slots=True)
class Branch:
    """A place with what hangs below it."""

    spot: Spot
    branches: list[Branch] = field(default_factory=list)


def roots() -> list[Spot]:
    """Places under no other: usually one."""
    return in_order(spots(Place.objects.filter(parent=None, active_until=None)))


def tops() -> list[Spot]:
    """What a deployment serves as a whole: its roots; for a district with one subdistrict here, that subdistrict."""
    return [top for root in roots() for top in _served(root)]


def children(of: UUID) -> list[Spot]:
    """Places in use right below one, in the order they were added."""
    return in_order(spots(Place.objects.filter(parent=of, active_until=None)))


def ancestors_of(path: str) -> list[Spot]:
    """The place at `path` and everything above it, widest first."""
    return in_order(spots(Place.objects.filter(path__in=ancestors(path))))


def picker(*, within: str, kinds: Sequence[PlaceKind] = PICKED) -> list[Branch]:
    """Places in use below a path as nested choices (community → grid → building), skipping kinds not asked for."""
    found = spots(Place.objects.filter(below(within), kind__in=kinds, active_until=None))
    return _nested(in_order(found))


def _served(root: Spot) -> list[Spot]:
    parts = children(root.id) if root.kind is PlaceKind.DISTRICT else []
    return parts if len(parts) == 1 and parts[0].kind is PlaceKind.SUBDISTRICT else [root]


def _nested(found: list[Spot]) -> list[Branch]:
    tops: list[Branch] = []
    open_branches: list[Branch] = []
    for each in found:
        branch = Branch(each)
        while open_branches and not each.path.startswith(open_branches[-1].spot.path):
            open_branches.pop()
        (open_branches[-1].branches if open_branches else tops).append(branch)
        open_branches.append(branch)
    return tops
