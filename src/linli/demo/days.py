"""When things happen in the demo: residents at any waking hour, offices in office hours."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from django.utils.timezone import localtime

OPENS, CLOSES = 9, 17


def waking(moment: datetime, random: Random) -> datetime:
    """The same day between seven and ten at night."""
    hour, minute, second = random.randint(7, 21), random.randrange(60), random.randrange(60)
    return localtime(moment).replace(hour=hour, minute=minute, second=second)


def in_office(after: datetime, random: Random, *, hours: tuple[float, float]) -> datetime:
    """Some time after, when the office is open on a weekday."""
    moment = localtime(after + timedelta(hours=random.uniform(*hours)))
    if moment.hour >= CLOSES:
        moment = _opening(moment + timedelta(days=1), random)
    elif moment.hour < OPENS:
        moment = _opening(moment, random)
    while moment.weekday() >= 5:
        moment += timedelta(days=1)
    return moment


def _opening(day: datetime, random: Random) -> datetime:
    return day.replace(hour=OPENS, minute=random.randrange(60), second=random.randrange(60))
