"""The ground a deployment stands on: its communities, and the narrowest place that holds them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import ancestors
from linli.domains.places.spots import Spot, in_order, spots

WIDE = (PlaceKind.DISTRICT, PlaceKind.SUBDISTRICT, PlaceKind.COMMUNITY)


@dataclass(frozen=True, slots=True)
class Ground:
    """`top` is None where nothing has been set up yet; communities stand in the order they were added."""

    top: Spot | None
    communities: Sequence[Spot]

    def community(self, path: str) -> Spot | None:
        """The community with this path, if it is one of ours."""
        return next((each for each in self.communities if each.path == path), None)


def ground() -> Ground:
    """Every community in use and what holds them all; one statement."""
    wide = in_order(spots(Place.objects.filter(kind__in=WIDE, active_until=None)))
    communities = [each for each in wide if each.kind == PlaceKind.COMMUNITY]
    shared = _shared([each.path for each in communities])
    holding = (each for each in reversed(wide) if each.path in shared)
    return Ground(next(holding, wide[0] if wide else None), communities)


def _shared(paths: Sequence[str]) -> set[str]:
    """Paths above all of these."""
    above = [set(ancestors(path)[:-1]) for path in paths]
    return set.intersection(*above) if above else set()
