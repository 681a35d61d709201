"""What a newly published schedule changes: the same clocks by the calendar before and the calendar after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from linli.kernel.words import Words, say
from linli.kernel.workdays.calendar import Calendar
from linli.kernel.workdays.clock import Running
from linli.kernel.workdays.deadline import Deadline, deadline
from linli.kernel.workdays.spoken import spoken

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Moved(Generic[Key]):
    """A clock whose deadline is now another, or the same but no longer provisional."""

    key: Key
    was: Deadline
    now_is: Deadline

    @property
    def shifted(self) -> bool:
        """Whether the moment itself changed; otherwise it was only settled."""
        return self.was.at != self.now_is.at

    def words(self, now: datetime) -> Words:
        """What to tell whoever waits for it."""
        if not self.shifted:
            return say("{at} is now settled", "{at} 已确定", at=spoken(self.was.at, now))
        return say(
            "moved from {was} to {at}: the holiday schedule was published",
            "期限由 {was} 改为 {at}：放假安排已公布",
            was=spoken(self.was.at, now),
            at=spoken(self.now_is.at, now),
        )


def moved(clocks: Iterable[tuple[Key, Running]], *, before: Calendar, after: Calendar) -> Iterator[Moved[Key]]:
    """Running clocks whose deadline differs between the two calendars, or is settled by the second."""
    for key, running in clocks:
        if running.stopped_at is not None:
            continue
        was, now_is = deadline(running, before), deadline(running, after)
        if (was.at, was.provisional) != (now_is.at, now_is.provisional):
            yield Moved(key, was, now_is)
