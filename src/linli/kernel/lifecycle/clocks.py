"""What a transition does to clocks; how long they run is a rule's business, never the table's."""

from __future__ import annotations

from dataclasses import dataclass

from linli.kernel.lifecycle.states import State
from linli.kernel.words import Words


@dataclass(frozen=True, slots=True)
class Start:
    """Starts the clock anew. `rule` may hold blanks filled from the matter's facts: `requests.answer.{urgency}`.

    `since_opening` counts from the moment the matter was opened, however late the clock was started; `into` starts
    it only where the act leads to that state; `until` names the detail that holds the day it ends with, or the moment,
    which the rule only limits; where that detail is empty nothing starts.
    """

    clock: str
    rule: str
    since_opening: bool = False
    into: State | None = None
    until: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """Holds the clock; `reason` is what the clock later says of the time it stood still."""

    clock: str
    reason: Words


@dataclass(frozen=True, slots=True)
class Resume:
    """Lets a held clock run on; its deadline moves by the working time it stood."""

    clock: str


@dataclass(frozen=True, slots=True)
class Extend:
    """Gives a running clock what the rule allows beside what it had, in the same unit. `rule` as in `Start`."""

    clock: str
    rule: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Ends the clock: met if before its deadline, missed if after. Reaching a final state stops all clocks."""

    clock: str


ClockStep = Start | Pause | Resume | Extend | Stop
