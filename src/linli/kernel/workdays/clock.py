"""A clock as a pure value: how much time it allows, since when it runs, when it stood still, when it was stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from linli.kernel.words import Words
from linli.kernel.workdays.allowance import Allowance


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stands still from `from_` up to `to`, or still does; `reason` is what it later says of that time."""

    from_: datetime
    to: datetime | None
    reason: Words | str

    def __post_init__(self) -> None:
        _aware(self.from_, self.to)
        if self.to is not None and self.to < self.from_:
            raise ValueError("A pause ends before it begins: swap its two moments.")


@dataclass(frozen=True, slots=True)
class Running:
    """One clock. Pauses may overlap, nest, or lie before its start: time that stands still does so only once.

    `extensions` are what was granted beside the allowance, in its own unit.
    """

    allowance: Allowance
    started_at: datetime
    pauses: tuple[Pause, ...] = ()
    stopped_at: datetime | None = None
    extensions: tuple[Allowance, ...] = ()

    def __post_init__(self) -> None:
        _aware(self.started_at, self.stopped_at)
        if any(each.unit is not self.allowance.unit for each in self.extensions):
            raise ValueError("A clock is extended in the unit it counts: correct the rule of the extension.")

    @property
    def amount(self) -> int:
        """How much it is allowed in all, in its allowance's unit."""
        return self.allowance.amount + sum(each.amount for each in self.extensions)

    @property
    def paused(self) -> bool:
        """Whether it stands still with no end in sight."""
        return self.stopped_at is None and any(pause.to is None for pause in self.pauses)

    def pause(self, *, at: datetime, reason: Words | str) -> Running:
        """The clock standing still from then on."""
        return replace(self, pauses=(*self.pauses, Pause(at, None, reason)))

    def resume(self, *, at: datetime) -> Running:
        """The clock running on: every open pause ends then."""
        ended = (pause if pause.to is not None else replace(pause, to=at) for pause in self.pauses)
        return replace(self, pauses=tuple(ended))

    def stop(self, *, at: datetime) -> Running:
        """The clock stopped for good, met or missed."""
        return replace(self, stopped_at=at)

    def restart(self, *, at: datetime, reason: Words | str) -> Running:
        """The stopped clock running again; the time since it was stopped counts as a pause. A running one runs on."""
        if self.stopped_at is None:
            return self
        ended = self.resume(at=self.stopped_at)
        return replace(ended, pauses=(*ended.pauses, Pause(self.stopped_at, at, reason)), stopped_at=None)


def stood_still(running: Running, *, until: datetime | None) -> Iterator[Pause]:
    """The pauses in order, cut so that none overlaps another; an open one lasts to the stop, to `until`, or no time.

    Where two overlap, the reason given first keeps the time both cover. Nothing after the stop counts.
    """
    if not running.pauses:
        return
    reached = running.started_at
    end = running.stopped_at or until
    for pause in sorted(running.pauses, key=lambda pause: pause.from_):
        to = pause.to or end or pause.from_
        to = min(to, running.stopped_at) if running.stopped_at else to
        since = max(pause.from_, reached)
        if to > since:
            yield Pause(since, to, pause.reason)
            reached = to


def _aware(*moments: datetime | None) -> None:
    if any(moment is not None and moment.tzinfo is None for moment in moments):
        raise ValueError("A clock needs moments with their time zone: give aware datetimes.")
