"""States and typed transitions, declared as data; forms, buttons, verbs and diagrams come from them.

A domain's `lifecycle.py` is a table that reads from top to bottom: its states, then its transitions as small
classes. Nothing here performs anything: one engine, in matters, does.
"""

from linli.kernel.lifecycle.clocks import ClockStep, Extend, Pause, Resume, Start, Stop
from linli.kernel.lifecycle.details import Detail, FreeText, Sealed, StaffText
from linli.kernel.lifecycle.guards import Guard
from linli.kernel.lifecycle.states import State, Tone
from linli.kernel.lifecycle.table import BadTable, Lifecycle
from linli.kernel.lifecycle.tells import Tell
from linli.kernel.lifecycle.transitions import Transition
from linli.kernel.lifecycle.who import Who

__all__ = [
    "BadTable",
    "ClockStep",
    "Detail",
    "Extend",
    "FreeText",
    "Guard",
    "Lifecycle",
    "Pause",
    "Resume",
    "Sealed",
    "StaffText",
    "Start",
    "State",
    "Stop",
    "Tell",
    "Tone",
    "Transition",
    "Who",
]
