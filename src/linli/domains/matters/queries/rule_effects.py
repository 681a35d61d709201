"""What a changed rule pack would alter in open matters: which running deadlines would move, and how far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.timezone import localdate

from linli.domains.matters.clocks import calendar_by, running
from linli.domains.matters.kinds import kinds
from linli.domains.matters.models import Clock
from linli.domains.matters.queries.rule_trial import Difference, Trial, trial
from linli.domains.matters.seeing import may_see
from linli.domains.people.actor import Actor
from linli.domains.people.rights import RULES_READ, require_anywhere
from linli.domains.places.paths import below
from linli.kernel.lifecycle import Start
from linli.kernel.rules import Case, Rule, preview, rulebook
from linli.kernel.workdays import Calendar, allowance_of, deadline, moved

EXAMPLES = 12


@dataclass(frozen=True, slots=True)
class Shift:
    """One running deadline that would be another; `seen` says whether the reader may open its matter."""

    number: str
    clock: str
    was: datetime
    now_is: datetime
    seen: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """How many running deadlines would move, which way, how many would be late by it, and the largest moves."""

    running: int
    earlier: int
    later: int
    newly_late: int
    no_longer_late: int
    examples: Sequence[Shift]

    @property
    def moved(self) -> int:
        """How many in all."""
        return self.earlier + self.later


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A pack not in force: the books compared, and what it would alter."""

    trial: Trial
    differences: Sequence[Difference]
    at_once: Effect
    """By holidays and office hours, which count for clocks already running."""
    if_applied: Effect
    """By times allowed, if they were given to running clocks too; in truth each keeps what it was given."""


def what_would_change(text: str, *, on: date | None = None, by: Actor, at: datetime) -> WhatIf:
    """The pack in `text` tried in place of the one of its name; one statement, nothing written. Raises Invalid."""
    require_anywhere(by, RULES_READ)
    tried = trial(text, current=rulebook(), day=on or localdate(at))
    clocks = list(_running(by))
    return WhatIf(
        tried,
        tried.differences(),
        _effect(_by_calendar(clocks, tried), len(clocks), by=by, at=at),
        _effect(_by_allowance(clocks, tried), len(clocks), by=by, at=at),
    )


def _running(by: Actor) -> Iterable[Clock]:
    areas = by.areas(RULES_READ.code)
    here = Q() if by.system else reduce(or_, (below(area, field="matter__path") for area in areas), Q(pk__in=()))
    found = Clock.objects.filter(here, stopped_at__isnull=True).select_related("matter")
    return found.only("name", "rule", "allowance", "started_at", "pauses", "paused", "stopped_at", *_OF_MATTER)


_OF_MATTER = tuple(f"matter__{name}" for name in ("number", "kind", "facts", "path", "opener_id", "holder_unit_id"))


Moves = Sequence[tuple[Clock, datetime, datetime]]
"""Clocks with the deadline they have and the one they would have."""


def _by_calendar(clocks: Sequence[Clock], tried: Trial) -> Moves:
    before, after = calendar_by(tried.current, tried.day), calendar_by(tried.changed, tried.day)
    found = moved([(clock, running(clock)) for clock in clocks], before=before, after=after)
    return [(each.key, each.was.at, each.now_is.at) for each in found]


def _by_allowance(clocks: Sequence[Clock], tried: Trial) -> Moves:
    cases = _cases(clocks, calendar_by(tried.current, tried.day), tried.day)
    by_id = {str(clock.pk): clock for clock in clocks}
    return [
        (by_id[altered.case.name], altered.before, altered.after)
        for altered in preview(current=tried.current, changed=tried.changed, cases=cases).altered
        if isinstance(altered.before, datetime) and isinstance(altered.after, datetime)
    ]


def _cases(clocks: Iterable[Clock], calendar: Calendar, day: date) -> Iterable[Case[datetime]]:
    wanted = _rules_of_clocks()
    for clock in clocks:
        key = _key(clock, wanted)
        yield Case(str(clock.pk), (key,), day, _deadline_by(clock, key, calendar))


def _deadline_by(clock: Clock, key: str, calendar: Calendar) -> Callable[[Mapping[str, Rule]], datetime]:
    return lambda rules: deadline(replace(running(clock), allowance=allowance_of(rules[key].value)), calendar).at


def _rules_of_clocks() -> Mapping[tuple[str, str], Sequence[str]]:
    """The rules that each kind's clocks are started by, with their blanks."""
    found: dict[tuple[str, str], list[str]] = {}
    for kind in kinds():
        for transition in (kind.life.opening, *kind.life.transitions):
            for step in transition.clocks:
                if isinstance(step, Start):
                    found.setdefault((kind.life.kind, step.clock), []).append(step.rule)
    return found


def _key(clock: Clock, wanted: Mapping[tuple[str, str], Sequence[str]]) -> str:
    """The key the clock would ask for today: the one it was started by, or a finer one that stands above it now."""
    started_by = clock.rule.rpartition(" ")[2].partition("@")[0]
    asked = (rule.format(**clock.matter.facts) for rule in wanted.get((clock.matter.kind, clock.name), ()))
    return next((key for key in asked if key == started_by or key.startswith(f"{started_by}.")), started_by)


def _effect(moves: Moves, count: int, *, by: Actor, at: datetime) -> Effect:
    real = [(clock, was, now_is) for clock, was, now_is in moves if was != now_is]
    largest = sorted(real, key=lambda move: abs(move[2] - move[1]), reverse=True)[:EXAMPLES]
    return Effect(
        count,
        sum(now_is < was for _, was, now_is in real),
        sum(now_is > was for _, was, now_is in real),
        sum(now_is <= at < was for _, was, now_is in real),
        sum(was <= at < now_is for _, was, now_is in real),
        [Shift(clock.matter.number, clock.name, was, new, may_see(by, clock.matter)) for clock, was, new in largest],
    )
