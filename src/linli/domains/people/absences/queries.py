"""Who is away now or soon, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from linli.domains.people.absences.models import Absence


@dataclass(frozen=True, slots=True)
class AbsenceSeen:
    """One absence, or the part of it with one stand-in."""

    id: UUID
    unit: UUID
    account: UUID
    name: str
    stand_in: UUID
    stand_in_name: str
    since: datetime
    until: datetime

    def holds(self, at: datetime) -> bool:
        """Whether they are away at that time."""
        return self.since <= at < self.until


def absences_of(units: Collection[UUID], *, at: datetime) -> list[AbsenceSeen]:
    """Of these units, now and to come, the next first; one statement."""
    found = Absence.objects.filter(unit__in=units, until__gt=at).select_related("account", "stand_in")
    return [
        AbsenceSeen(
            each.pk,
            each.unit_id,
            each.account_id,
            each.account.display_name,
            each.stand_in_id,
            each.stand_in.display_name,
            each.since,
            each.until,
        )
        for each in found.order_by("since", "pk")
        if each.since < each.until
    ]


def stand_ins(pairs: Collection[tuple[UUID, UUID]], *, at: datetime) -> dict[tuple[UUID, UUID], UUID]:
    """Of these accounts in these units, who stands in for whom is away then; one statement, none for nobody."""
    if not pairs:
        return {}
    away = _away(at).filter(account__in={account for account, _ in pairs}).values_list("account", "unit", "stand_in")
    return {(account, unit): stand_in for account, unit, stand_in in away if (account, unit) in pairs}


def covered_by(account: UUID, *, at: datetime, who: str, unit: str) -> Exists:
    """Whether the account stands in then for whom the columns `who` and `unit` of a row name."""
    return Exists(_away(at).filter(account=OuterRef(who), unit=OuterRef(unit), stand_in=account))


def covered_for(account: UUID | None, *, at: datetime, who: str, unit: str) -> Subquery:
    """For whom of a row the account stands in then, by name; NULL where for nobody."""
    away = _away(at).filter(account=OuterRef(who), unit=OuterRef(unit), stand_in=account)
    return Subquery(away.values("account__display_name")[:1])


def _away(at: datetime) -> QuerySet[Absence]:
    return Absence.objects.filter(since__lte=at, until__gt=at)
