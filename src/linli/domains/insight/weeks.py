"""Weeks from Monday to Monday, as the deployment's own clock has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localdate, make_aware

SAME_SEASON = 52
"""Weeks to the week of last year that lies in the same season."""


@dataclass(frozen=True, order=True)
class Week:
    """The week that begins on this Monday."""

    monday: date

    @classmethod
    def of(cls, day: date) -> Week:
        """The week in which a day lies."""
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def ended(cls, at: datetime) -> Week:
        """The last week that is over."""
        return cls.of(localdate(at)).earlier(1)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    @property
    def since(self) -> datetime:
        """Its first moment."""
        return make_aware(datetime.combine(self.monday, time()))

    @property
    def until(self) -> datetime:
        """The first moment of the next."""
        return self.earlier(-1).since

    def earlier(self, weeks: int) -> Week:
        """The week so many weeks before."""
        return Week(self.monday - timedelta(weeks=weeks))

    def before(self, number: int) -> Sequence[Week]:
        """So many weeks before this one, the earliest first."""
        return [self.earlier(back) for back in range(number, 0, -1)]

    def a_year_ago(self, *, around: int) -> Sequence[Week]:
        """The week of the same season last year with so many on either side, the earliest first."""
        return [self.earlier(SAME_SEASON + shift) for shift in range(around, -around - 1, -1)]
