"""Deadlines that waited for a year's schedule: computed anew once it is published, and told where they moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from linli.domains.delivery.actions import send_many
from linli.domains.delivery.letters import Letter
from linli.domains.matters.clocks import calendar, running, show_nearest
from linli.domains.matters.missing import letters_to_holder
from linli.domains.matters.models import Clock, Matter
from linli.domains.matters.rewriting import rewrite
from linli.kernel.workdays import Deadline, Moved, deadline

BATCH = 200
"""Matters taken in at once."""
NOBODY = UUID(int=0)


def recompute_clocks(*, at: datetime, settled: bool = False) -> int:
    """Computes provisional deadlines by the rules in force at `at`, and says how many changed.

    With `settled` it looks at every running clock: for a schedule that was changed after it had been published, as for
    the Spring Festival of 2020.
    """
    changed, after = 0, NOBODY
    while batch := _next(after, settled=settled):
        changed += _recompute(batch, at=at, settled=settled)
        after = batch[-1]
    return changed


def _next(after: UUID, *, settled: bool) -> list[UUID]:
    clocks = Clock.objects.filter(stopped_at=None, matter__gt=after)
    waiting = clocks if settled else clocks.filter(provisional=True)
    return list(waiting.order_by("matter").values_list("matter", flat=True).distinct()[:BATCH])


@transaction.atomic
def _recompute(ids: Sequence[UUID], *, at: datetime, settled: bool) -> int:
    """One batch: matters locked first and in order, as acts lock them."""
    matters = {
        each.pk: each for each in Matter.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    }
    ticking: dict[UUID, list[Clock]] = defaultdict(list)
    for clock in Clock.objects.select_for_update().filter(matter__in=ids, stopped_at=None):
        ticking[clock.matter_id].append(clock)
    moves = [
        move
        for clocks in ticking.values()
        for clock in clocks
        if (settled or clock.provisional) and (move := _moved(clock, at=at))
    ]
    rewrite([move.key for move in moves], ["due_at", "provisional", "missed_at"])
    touched = {move.key.matter_id: matters[move.key.matter_id] for move in moves}
    for matter in touched.values():
        show_nearest(matter, ticking[matter.pk])
    rewrite(list(touched.values()), ["due_at", "due_clock", "due_provisional"])
    send_many([letter for move in moves for letter in _letters(move, touched[move.key.matter_id], at)])
    return len(moves)


def _moved(clock: Clock, *, at: datetime) -> Moved[Clock] | None:
    """The clock with its new deadline, where that differs; what then has time again is not missed any more."""
    was = Deadline(clock.due_at, awaits=clock.due_at.year if clock.provisional else None)
    now_is = deadline(running(clock), calendar(on=localdate(at)))
    if (was.at, was.provisional) == (now_is.at, now_is.provisional):
        return None
    clock.due_at, clock.provisional = now_is.at, now_is.provisional
    if now_is.at > at:
        clock.missed_at = None
    return Moved(clock, was, now_is)


def _letters(move: Moved[Clock], matter: Matter, at: datetime) -> Iterator[Letter]:
    if not move.shifted or move.now_is.paused:
        return
    template, key = "matter.deadline_moved", f"moved:{move.key.pk}:{move.now_is.at:%Y%m%d%H%M}"
    params = {"was": move.was.at.isoformat(), "at": move.now_is.at.isoformat()}
    yield from letters_to_holder(matter, template=template, key=key, at=at, params=params)
    if matter.opener_id:
        given = {"number": matter.number, **params}
        yield Letter(
            template=template, key=f"{key}:opener", at=at, params=given, matter=matter.pk, to_person=matter.opener_id
        )
