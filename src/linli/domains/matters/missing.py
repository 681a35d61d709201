"""Clocks that have run out: noticed once, told to whoever holds the matter. No clock ever closes anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.delivery.actions import send_many
from linli.domains.delivery.letters import Letter
from linli.domains.matters.models import Clock, Matter
from linli.domains.people.absences.queries import stand_ins
from linli.kernel.events import announce_many

MISSED = "clock.missed"
"""Announced once per clock that ran out; the event's id is the clock's. Payload: matter, kind, clock, due_at."""
Covering = Mapping[tuple[UUID, UUID], UUID]
"""Who stands in for which account in which unit."""
BATCH = 500
"""Clocks noticed in one transaction."""


@transaction.atomic
def mark_missed(*, at: datetime) -> int:
    """Notices up to `BATCH` clocks that had run out by `at`, tells of them, and says how many."""
    clocks = list(
        Clock.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(stopped_at=None, paused=False, missed_at=None, due_at__lt=at)
        .select_related("matter")
        .order_by("due_at")[:BATCH]
    )
    Clock.objects.filter(pk__in=[clock.pk for clock in clocks]).update(missed_at=at)
    announce_many(MISSED, [(clock.pk, _told(clock)) for clock in clocks])
    send_many(list(_letters(clocks, at)))
    return len(clocks)


def _told(clock: Clock) -> dict[str, str | UUID]:
    return {
        "matter": clock.matter_id,
        "kind": clock.matter.kind,
        "clock": clock.name,
        "due_at": clock.due_at.isoformat(),
    }


def _letters(clocks: Sequence[Clock], at: datetime) -> Iterator[Letter]:
    covering = covering_for([clock.matter for clock in clocks], at=at)
    for clock in clocks:
        key = f"missed:{clock.pk}:{clock.due_at:%Y%m%d%H%M}"
        yield from letters_to_holder(clock.matter, template="matter.clock_missed", key=key, at=at, covering=covering)


def covering_for(matters: Iterable[Matter], *, at: datetime) -> Covering:
    """Who stands in for those of their holders who are away; one statement."""
    return stand_ins({desk for matter in matters if (desk := _desk(matter))}, at=at)


def _desk(matter: Matter) -> tuple[UUID, UUID] | None:
    """On whose desk of which unit it is: of the unit that leads, where that is another than the one that holds it."""
    unit = UUID(matter.facts["lead_unit"]) if "lead_unit" in matter.facts else matter.holder_unit_id
    return (matter.holder_id, unit) if matter.holder_id and unit else None


def letters_to_holder(
    matter: Matter,
    *,
    template: str,
    key: str,
    at: datetime,
    covering: Covering,
    params: dict[str, str] | None = None,
) -> Iterator[Letter]:
    """To the unit that has the matter, to whoever there has it on their desk, and to whoever stands in for them."""
    given = {"number": matter.number, **(params or {})}
    if matter.holder_unit_id:
        yield Letter(
            template=template, key=f"{key}:unit", at=at, params=given, matter=matter.pk, to_unit=matter.holder_unit_id
        )
    if matter.holder_id:
        yield Letter(
            template=template, key=f"{key}:holder", at=at, params=given, matter=matter.pk, to_account=matter.holder_id
        )
    if (desk := _desk(matter)) and (other := covering.get(desk)):
        yield Letter(template=template, key=f"{key}:stand_in", at=at, params=given, matter=matter.pk, to_account=other)
