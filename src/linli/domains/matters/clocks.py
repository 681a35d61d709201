"""Clocks of matters: started, paused, resumed and stopped by acts; how long they run is the rule pack's to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from linli.domains.matters.act import Act
from linli.domains.matters.models.clock import Clock
from linli.domains.matters.models.matter import Matter
from linli.domains.matters.rewriting import rewrite
from linli.kernel.lifecycle import ClockStep, Extend, Pause, Resume, Start, Stop
from linli.kernel.refusal import Invalid
from linli.kernel.rules import Rule, RuleBook, rulebook
from linli.kernel.words import Words, say
from linli.kernel.workdays import (
    Allowance,
    Calendar,
    Deadline,
    Ends,
    Running,
    Unit,
    allowance_of,
    calendar_from,
    deadline,
)
from linli.kernel.workdays import Pause as Stood

SHORT = timedelta(hours=2)
"""What is allowed less than this is told in minutes."""

CHANGES = ("pauses", "paused", "extensions", "stopped_at", "due_at", "provisional")


def calendar(*, on: date) -> Calendar:
    """The working calendar by the rules in force on that day; give today, so that late schedules count."""
    return calendar_by(rulebook(), on)


@lru_cache(maxsize=4096)
def calendar_by(book: RuleBook, on: date) -> Calendar:
    """The same by another book: for what a changed rule would alter."""
    schedules = book.family("workdays.schedule", on=on)
    hours, holidays = book.rule("workdays.office_hours", on=on), book.rule("workdays.fixed_holidays", on=on)
    labels = tuple(rule.label for rule in (*schedules.values(), hours, holidays))
    return _calendar(book, _Made(labels, {int(key): rule.value for key, rule in schedules.items()}, hours, holidays))


@dataclass(frozen=True)
class _Made:
    """The rules that make a calendar, told apart by their labels."""

    labels: tuple[str, ...]
    schedules: dict[int, Any] = field(compare=False)
    hours: Rule = field(compare=False)
    holidays: Rule = field(compare=False)


@lru_cache(maxsize=32)
def _calendar(book: RuleBook, made: _Made) -> Calendar:
    """One calendar for all the days on which the same rules hold: to lay one out takes tens of milliseconds."""
    return calendar_from(made.schedules, made.hours.value, made.holidays.value)


def deadline_by_rule(key: str, *, since: datetime) -> Deadline:
    """When the time that rule `key` allows has run out, counted from `since`."""
    rule = rulebook().nearest(key, on=localdate(since))
    return deadline(Running(allowance_of(rule.value), since), calendar(on=localdate(since)))


def wind(acts: Sequence[Act]) -> None:
    """Does what each act's table says to clocks, and leaves the nearest deadline on the matter's row."""
    touched = [act for act in acts if type(act.details).clocks or act.target.final]
    ticking = _ticking([act.matter.pk for act in touched if act.source is not None])
    new: list[Clock] = []
    changed: list[Clock] = []
    for act in touched:
        clocks = ticking.setdefault(act.matter.pk, {})
        for step in (*type(act.details).clocks, *_ends(act, clocks)):
            _take(step, act, clocks, new=new, changed=changed)
        show_nearest(act.matter, clocks.values())
    rewrite(changed, CHANGES)  # before the new ones: of each name only one may run
    if new:
        Clock.objects.bulk_create(new)


def running(clock: Clock) -> Running:
    """The clock as the pure value that workdays computes with."""
    allowance, stood, extended = counted(clock.allowance, clock.pauses, clock.extensions)
    return Running(allowance, clock.started_at, stood, clock.stopped_at, extended)


def counted(
    allowance: Mapping[str, Any], pauses: Sequence[Mapping[str, Any]], extensions: Sequence[Mapping[str, Any]]
) -> tuple[Allowance, tuple[Stood, ...], tuple[Allowance, ...]]:
    """What a clock's row keeps in words, as values: its time, when it stood still, and what was added."""
    stood = tuple(
        Stood(
            datetime.fromisoformat(pause["from"]),
            datetime.fromisoformat(pause["to"]) if pause["to"] else None,
            Words(pause["en"], pause["zh"]),
        )
        for pause in pauses
    )
    return allowance_of(allowance), stood, tuple(allowance_of(each["allowance"]) for each in extensions)


def _ticking(matters: Sequence[UUID]) -> dict[UUID, dict[str, Clock]]:
    found: dict[UUID, dict[str, Clock]] = {}
    if matters:
        for clock in Clock.objects.select_for_update().filter(matter__in=matters, stopped_at__isnull=True):
            found.setdefault(clock.matter_id, {})[clock.name] = clock
    return found


def _ends(act: Act, clocks: dict[str, Clock]) -> list[Stop]:
    return [Stop(name) for name in clocks] if act.target.final else []


def _take(step: ClockStep, act: Act, clocks: dict[str, Clock], *, new: list[Clock], changed: list[Clock]) -> None:
    clock = clocks.get(step.clock)
    if isinstance(step, Start):
        if step.into in (None, act.target) and not (step.until and getattr(act.details, step.until) is None):
            _take(Stop(step.clock), act, clocks, new=new, changed=changed)
            clocks[step.clock] = _started(step, act)
            new.append(clocks[step.clock])
        return
    if clock is None:
        return
    match step:
        case Stop():
            clock.stopped_at = act.at
            del clocks[step.clock]
        case Pause(reason=reason) if not clock.paused:
            clock.paused = True
            clock.pauses.append({"from": act.at.isoformat(), "to": None, "en": reason.en, "zh": reason.zh})
        case Resume() if clock.paused:
            clock.paused = False
            clock.pauses[-1]["to"] = act.at.isoformat()
            _compute(clock, at=act.at)
        case Extend(rule=key):
            rule = _rule(key, act.matter, on=localdate(clock.started_at))
            _same_unit(clock, rule)
            clock.extensions.append({"rule": rule.label, "allowance": dict(rule.value)})
            _compute(clock, at=act.at)
    if clock not in changed:
        changed.append(clock)


def _started(step: Start, act: Act) -> Clock:
    matter = act.matter
    since = matter.opened_at if step.since_opening else act.at
    rule = _rule(step.rule, matter, on=localdate(since))
    allowance = dict(rule.value)
    if step.until:
        allowance, since = _up_to(getattr(act.details, step.until), since)
    clock = Clock(matter=matter, name=step.clock, rule=rule.label, allowance=allowance, started_at=since)
    _compute(clock, at=act.at)
    return clock


def _rule(key: str, matter: Matter, *, on: date) -> Rule:
    return rulebook().nearest(key.format(**matter.facts), on=on)


def _same_unit(clock: Clock, rule: Rule) -> None:
    if rule.value["unit"] != clock.allowance["unit"]:
        raise Invalid(
            say(
                "{rule} counts in another unit than the clock it extends. Have whoever keeps the rules correct it.",
                "{rule} 与原期限的计时单位不同，无法延期。请联系规则管理人员更正。",
                rule=rule.label,
            )
        )


def _up_to(until: date | datetime, since: datetime) -> tuple[dict[str, Any], datetime]:
    """To the end of that day, or to that very moment: then in whole hours or minutes, counted from a little later."""
    if not isinstance(until, datetime):
        return {"amount": (until - localdate(since)).days, "unit": Unit.DAYS, "ends": Ends.MIDNIGHT}, since
    short = until - since < SHORT
    unit, one = (Unit.MINUTES, timedelta(minutes=1)) if short else (Unit.HOURS, timedelta(hours=1))
    amount = max(1, (until - since) // one)
    return {"amount": amount, "unit": unit}, until - amount * one


def _compute(clock: Clock, *, at: datetime) -> None:
    end = deadline(running(clock), calendar(on=localdate(at)))
    clock.due_at, clock.provisional = end.at, end.provisional


def show_nearest(matter: Matter, clocks: Iterable[Clock]) -> None:
    """Leaves the nearest deadline of these running clocks on the matter's row."""
    ticking = [clock for clock in clocks if not clock.paused]
    nearest = min(ticking, key=lambda clock: clock.due_at, default=None)
    matter.due_at = nearest.due_at if nearest else None
    matter.due_clock = nearest.name if nearest else ""
    matter.due_provisional = nearest.provisional if nearest else False
