"""Deadlines that waited for a year's schedule: computed anew once it is published, and told where they moved."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.utils.timezone import localdate

from linli.domains.delivery.actions import send_many
from linli.domains.delivery.letters import Letter
from linli.domains.matters.clocks import calendar, counted, running, show_nearest
from linli.domains.matters.missing import Covering, covering_for, letters_to_holder
from linli.domains.matters.models import Clock, Matter
from linli.domains.matters.rewriting import rewrite
from linli.kernel.postgres.planning import planned_anew
from linli.kernel.workdays import Allowance, Calendar, Deadline, Moved, Pause, Running, deadline

BATCH = 500
"""Matters whose deadline moves taken in at once."""
READ = ("number", "opener_id", "holder_id", "holder_unit_id", "facts", "due_at", "due_clock", "due_provisional")
"""Of a matter, what is rewritten and who is told."""
LOOKED_AT = 5_000
"""Clocks looked at in one statement; without locks, for most of them stay where they are."""

# Moments as numbers: of a million rows, to read two of them as dates would take longer than to compute anew.
LOOK = """
SELECT matter_id, name, (extract(epoch FROM started_at) * 1000000)::bigint, allowance::text, pauses::text,
  extensions::text, (extract(epoch FROM due_at) * 1000000)::bigint, provisional
FROM matters_clock
WHERE stopped_at IS NULL AND (matter_id, name) > (%s, %s) AND (provisional OR %s)
ORDER BY matter_id, name LIMIT %s
"""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)


def recompute_clocks(*, at: datetime, settled: bool = False) -> int:
    """Computes provisional deadlines by the rules in force at `at`, and says how many changed.

    With `settled` it looks at every running clock: for a schedule that was changed after it had been published, as for
    the Spring Festival of 2020.
    """
    changed, after, days = 0, (UUID(int=0), ""), calendar(on=localdate(at))
    while rows := _look(after, settled=settled):
        moving = list(dict.fromkeys(row.matter for row in rows if row.moves(days)))
        for start in range(0, len(moving), BATCH):
            changed += _recompute(moving[start : start + BATCH], at=at, settled=settled)
        after = (rows[-1].matter, rows[-1].name)
    return changed


class _Row(NamedTuple):
    """A running clock as its row keeps it; moments in microseconds since 1970."""

    matter: UUID
    name: str
    started: int
    allowance: str
    pauses: str
    extensions: str
    due: int
    provisional: bool

    def moves(self, days: Calendar) -> bool:
        """Whether its deadline is another by this calendar, or no longer waits for it."""
        allowance, stood, extended = _counted(self.allowance, self.pauses, self.extensions)
        since = EPOCH + timedelta(microseconds=self.started)
        now_is = deadline(Running(allowance, since, stood, extensions=extended), days)
        return ((now_is.at - EPOCH) // TICK, now_is.provisional) != (self.due, self.provisional)


@lru_cache(maxsize=4096)
def _counted(*kept: str) -> tuple[Allowance, tuple[Pause, ...], tuple[Allowance, ...]]:
    """Read once for all clocks that keep the same words: nearly all were given the same time and never stood still."""
    return counted(*map(json.loads, kept))


def _look(after: tuple[UUID, str], *, settled: bool) -> list[_Row]:
    with planned_anew(), connection.cursor() as cursor:
        cursor.execute(LOOK, [*after, settled, LOOKED_AT])
        return [_Row(*row) for row in cursor.fetchall()]


@transaction.atomic
def _recompute(ids: Sequence[UUID], *, at: datetime, settled: bool) -> int:
    """One batch: matters locked first and in order, as acts lock them."""
    rows = Matter.objects.select_for_update(of=("self",)).only(*READ).filter(pk__in=ids).order_by("pk")
    matters = {each.pk: each for each in rows}
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
    covering = covering_for(touched.values(), at=at)
    send_many([letter for move in moves for letter in _letters(move, touched[move.key.matter_id], at, covering)])
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


def _letters(move: Moved[Clock], matter: Matter, at: datetime, covering: Covering) -> Iterator[Letter]:
    if not move.shifted or move.now_is.paused:
        return
    template, key = "matter.deadline_moved", f"moved:{move.key.pk}:{move.now_is.at:%Y%m%d%H%M}"
    params = {"was": move.was.at.isoformat(), "at": move.now_is.at.isoformat()}
    yield from letters_to_holder(matter, template=template, key=key, at=at, covering=covering, params=params)
    if matter.opener_id:
        given = {"number": matter.number, **params}
        yield Letter(
            template=template, key=f"{key}:opener", at=at, params=given, matter=matter.pk, to_person=matter.opener_id
        )
