"""How much neighbours shared, area by area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from linli.domains.matters.hiding import told_by_filter
from linli.domains.matters.seeing import shared_with_all
from linli.domains.places.paths import below


@dataclass(frozen=True)
class Shared:
    """Matters shared in an area: all of them, and those that have ended."""

    all: int
    ended: int


def shared_by_area(areas: Sequence[str], *, kind: str, since: datetime) -> dict[str, Shared]:
    """Counts of what was first shown since then, by area; one statement, an index range over that time alone."""
    counts = {}
    for place, area in enumerate(areas):
        there = below(area) & told_by_filter(area=area)
        counts[f"all_{place}"] = Count("pk", there)
        counts[f"ended_{place}"] = Count("pk", there & Q(closed_at__isnull=False))
    found = shared_with_all().filter(kind=kind, published_at__gte=since).aggregate(**counts) if counts else {}
    return {area: Shared(found[f"all_{place}"], found[f"ended_{place}"]) for place, area in enumerate(areas)}
