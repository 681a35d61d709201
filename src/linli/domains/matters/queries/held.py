"""How much lies with someone, before their post ends or their unit closes."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from linli.domains.matters.models import Matter
from linli.domains.places.paths import below


def open_in_hands_of(*, account: UUID | None = None, unit: UUID | None = None, path: str = "") -> int:
    """Open matters in somebody's name, held by a unit, or at a place and below: a number, never which."""
    held = Q(holder=account) if account else Q()
    if unit:
        held &= Q(holder_unit=unit)
    if path:
        held &= below(path)
    return Matter.objects.filter(held, closed_at__isnull=True).count()
