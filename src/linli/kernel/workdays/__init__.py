"""Working time: office hours, adjusted holidays (调休), clocks that pause and explain themselves.

Pure values and functions, no clock of the machine: `deadline(Running(allowance, started_at), calendar)`. How time is
counted stands in `linli.kernel.workdays.deadline`; numbers and holidays come from the rule packs as plain values.
"""

from linli.kernel.workdays.allowance import Allowance, Ends, Unit
from linli.kernel.workdays.calendar import SHANGHAI, Calendar
from linli.kernel.workdays.clock import Pause, Running
from linli.kernel.workdays.deadline import Deadline, deadline
from linli.kernel.workdays.explain import Remaining, explain, left, remaining
from linli.kernel.workdays.moved import Moved, moved
from linli.kernel.workdays.reading import allowance_of, calendar_from
from linli.kernel.workdays.schedule import Assumed, OfficeHours, YearSchedule
from linli.kernel.workdays.spoken import spoken, workdays_length

__all__ = [
    "SHANGHAI",
    "Allowance",
    "Assumed",
    "Calendar",
    "Deadline",
    "Ends",
    "Moved",
    "OfficeHours",
    "Pause",
    "Remaining",
    "Running",
    "Unit",
    "YearSchedule",
    "allowance_of",
    "calendar_from",
    "deadline",
    "explain",
    "left",
    "moved",
    "remaining",
    "spoken",
    "workdays_length",
]
